/** Expression matrices and sample sheets as files. */
@NullMarked
package dev.plumbline.jobs.gene.input;

import org.jspecify.annotations.NullMarked;
