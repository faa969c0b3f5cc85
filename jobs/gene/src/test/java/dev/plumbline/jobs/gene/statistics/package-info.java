@NullMarked
package dev.plumbline.jobs.gene.statistics;

import org.jspecify.annotations.NullMarked;
