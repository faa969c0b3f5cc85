@NullMarked
package dev.plumbline.lab.inventory;

import org.jspecify.annotations.NullMarked;
