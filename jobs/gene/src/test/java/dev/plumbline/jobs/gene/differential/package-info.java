@NullMarked
package dev.plumbline.jobs.gene.differential;

import org.jspecify.annotations.NullMarked;
