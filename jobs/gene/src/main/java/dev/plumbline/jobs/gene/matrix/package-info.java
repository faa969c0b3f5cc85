/** Expression matrices spread over executors, gene by gene. */
@NullMarked
package dev.plumbline.jobs.gene.matrix;

import org.jspecify.annotations.NullMarked;
