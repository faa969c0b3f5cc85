package dev.plumbline.jobs.mnist.data;

/**
 * What was read from a pair of files.
 *
 * @param digits those that were wanted
 * @param total how many the files hold
 * @param real whether both files are those of MNIST, by their checksums
 */
public record DigitSet(Digits digits, int total, boolean real) {}
