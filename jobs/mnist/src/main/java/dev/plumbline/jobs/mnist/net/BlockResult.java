package dev.plumbline.jobs.mnist.net;

/**
 * How the net did on a block before it learned from it.
 *
 * @param loss the sum of the digits' cross-entropies in nats
 * @param correct how many digits it got right
 */
public record BlockResult(double loss, int correct) {}
