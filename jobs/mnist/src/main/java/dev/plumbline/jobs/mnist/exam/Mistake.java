package dev.plumbline.jobs.mnist.exam;

/**
 * A digit that the net took for another.
 *
 * @param index of the digit in its set
 * @param certainty the probability that the net gave to its answer
 */
public record Mistake(int index, int label, int answer, float certainty) {}
