/** Data like real ones, for want of real ones, with a truth that is known. */
@NullMarked
package dev.plumbline.jobs.gene.generate;

import org.jspecify.annotations.NullMarked;
