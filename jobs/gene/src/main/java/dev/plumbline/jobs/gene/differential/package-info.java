/** Which genes differ between two classes. */
@NullMarked
package dev.plumbline.jobs.gene.differential;

import org.jspecify.annotations.NullMarked;
