/** Gene expression on Spark: which genes differ, what structure there is, what they predict. */
@NullMarked
package dev.plumbline.jobs.gene;

import org.jspecify.annotations.NullMarked;
