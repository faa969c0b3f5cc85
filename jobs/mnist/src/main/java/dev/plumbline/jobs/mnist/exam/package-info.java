/** How well a net knows digits that it has not learned from. */
@NullMarked
package dev.plumbline.jobs.mnist.exam;

import org.jspecify.annotations.NullMarked;
