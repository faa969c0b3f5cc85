@NullMarked
package dev.plumbline.jobs.gene.matrix;

import org.jspecify.annotations.NullMarked;
