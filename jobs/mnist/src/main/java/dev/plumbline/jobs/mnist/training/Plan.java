package dev.plumbline.jobs.mnist.training;

import dev.plumbline.jobs.mnist.net.Shape;

/**
 * All that decides what is learned from given digits.
 *
 * @param shape of the net
 * @param epochs how often every digit is seen
 * @param rate the largest step of the optimiser
 * @param move by how many pixels at most a digit is moved before it is shown
 * @param seed of the weights at the beginning, of the order of the digits, and of their moves
 */
public record Plan(Shape shape, int epochs, double rate, int move, long seed) {}
