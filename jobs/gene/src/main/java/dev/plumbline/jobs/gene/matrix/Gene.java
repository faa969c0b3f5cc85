package dev.plumbline.jobs.gene.matrix;

import java.io.Serializable;

/**
 * A gene, or a probe of an array, and its value in each sample.
 *
 * @param values in the order of the samples
 */
public record Gene(String id, double[] values) implements Serializable {}
