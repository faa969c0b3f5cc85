package dev.plumbline.jobs.gene.classification;

import java.io.Serializable;

/**
 * Samples to learn from and samples to be told.
 *
 * @param training in order
 * @param held out, in order
 */
record Fold(int[] training, int[] held) implements Serializable {}
