package dev.plumbline.jobs.gene.classification;

import java.util.List;

/**
 * How one outer fold went.
 *
 * @param genes how many were used
 * @param candidates how many there were to choose from
 * @param wrong the samples that were told wrong
 */
record Verdict(int repeat, Confusion confusion, int genes, int candidates, List<Integer> wrong) {}
