@NullMarked
package dev.plumbline.lab.node;

import org.jspecify.annotations.NullMarked;
