@NullMarked
package dev.plumbline.jobs.gene.input;

import org.jspecify.annotations.NullMarked;
