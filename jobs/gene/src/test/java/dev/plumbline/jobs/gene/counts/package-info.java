@NullMarked
package dev.plumbline.jobs.gene.counts;

import org.jspecify.annotations.NullMarked;
