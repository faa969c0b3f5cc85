package dev.plumbline.jobs.gene.counts;

import java.io.Serializable;

/**
 * Some genes of the samples of a block, on their way from the one to the other.
 *
 * @param columns by sample, then by gene
 */
record Piece(String[] genes, double[][] columns) implements Serializable {}
