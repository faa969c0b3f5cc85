/**
 * The net: two convolutions of 5 × 5 pixels at every second place, one hidden layer, ten outputs.
 *
 * <p>It works on blocks of {@value dev.plumbline.jobs.mnist.net.Block#SIZE} digits. Where digits
 * lie side by side in one row, the index of the digit runs fastest; so the places that a
 * convolution reads for one row of its output, for all digits of the block, are one run of memory.
 *
 * <p>Every layer takes one input that is always 1, so that its bias is a weight like the others.
 */
@NullMarked
package dev.plumbline.jobs.mnist.net;

import org.jspecify.annotations.NullMarked;
