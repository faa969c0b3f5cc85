/** Results as tables, pictures and one summary. */
@NullMarked
package dev.plumbline.jobs.gene.report;

import org.jspecify.annotations.NullMarked;
