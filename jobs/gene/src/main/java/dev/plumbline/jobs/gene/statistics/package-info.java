/** The statistics of one gene and of many, free of Spark. */
@NullMarked
package dev.plumbline.jobs.gene.statistics;

import org.jspecify.annotations.NullMarked;
