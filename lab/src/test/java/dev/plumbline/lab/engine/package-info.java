@NullMarked
package dev.plumbline.lab.engine;

import org.jspecify.annotations.NullMarked;
