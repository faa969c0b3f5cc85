/** How the program says that it cannot go on. */
@NullMarked
package dev.plumbline.jobs.mnist.problem;

import org.jspecify.annotations.NullMarked;
