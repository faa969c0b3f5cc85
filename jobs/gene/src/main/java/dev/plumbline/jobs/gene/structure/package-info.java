/** Structure among the samples that nobody told: principal components and clusters. */
@NullMarked
package dev.plumbline.jobs.gene.structure;

import org.jspecify.annotations.NullMarked;
