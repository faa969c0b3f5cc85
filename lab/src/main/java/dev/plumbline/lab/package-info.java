/** Several real nodes on one machine. */
@NullMarked
package dev.plumbline.lab;

import org.jspecify.annotations.NullMarked;
