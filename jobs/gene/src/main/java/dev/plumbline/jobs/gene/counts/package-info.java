/** Counts of reads: which genes are expressed, and what makes libraries comparable. */
@NullMarked
package dev.plumbline.jobs.gene.counts;

import org.jspecify.annotations.NullMarked;
