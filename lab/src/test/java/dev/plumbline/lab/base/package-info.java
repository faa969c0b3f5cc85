@NullMarked
package dev.plumbline.lab.base;

import org.jspecify.annotations.NullMarked;
