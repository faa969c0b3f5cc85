/** Digits drawn by the program itself, for where the real ones cannot be had. */
@NullMarked
package dev.plumbline.jobs.mnist.drawn;

import org.jspecify.annotations.NullMarked;
