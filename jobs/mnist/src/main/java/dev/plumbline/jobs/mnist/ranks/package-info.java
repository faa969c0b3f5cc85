/** What the training needs of MPI, and nothing more; without MPI there is one rank. */
@NullMarked
package dev.plumbline.jobs.mnist.ranks;

import org.jspecify.annotations.NullMarked;
