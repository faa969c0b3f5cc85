/**
 * Learning: the same numbers, bit for bit, whatever the number of ranks.
 *
 * <p>Every batch of 96 digits is six blocks of 16, one from each stripe of the data. A rank
 * computes the gradients of its stripes' blocks, each by itself. They are added as integers, whose
 * sum does not depend on the order, first on the rank and then by allreduce over the ranks. Then
 * every rank makes the same step.
 */
@NullMarked
package dev.plumbline.jobs.mnist.training;

import org.jspecify.annotations.NullMarked;
