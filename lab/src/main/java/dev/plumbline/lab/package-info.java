/** Several real nodes on one machine: the programmatic door to a lab, and its main class. */
@NullMarked
package dev.plumbline.lab;

import org.jspecify.annotations.NullMarked;
