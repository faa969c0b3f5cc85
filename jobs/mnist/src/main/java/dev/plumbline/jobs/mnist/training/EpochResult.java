package dev.plumbline.jobs.mnist.training;

/**
 * One pass through the training set. Loss and accuracy are those of the digits as they came by, on
 * all ranks, while the net was learning.
 *
 * @param epoch from 1
 * @param loss mean cross-entropy in nats
 * @param accuracy share of digits that were right, 0 to 1
 * @param seconds by the clock since the training began
 * @param weights SHA-256 of the weights after it: equal runs have equal ones
 */
public record EpochResult(
    int epoch, double loss, double accuracy, double seconds, String weights) {}
