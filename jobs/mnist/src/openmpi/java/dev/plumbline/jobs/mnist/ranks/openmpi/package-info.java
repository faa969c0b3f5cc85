/**
 * The ranks over Open MPI's Java bindings. The one package that needs mpi.jar: where none could be
 * made, the build leaves it out.
 */
@NullMarked
package dev.plumbline.jobs.mnist.ranks.openmpi;

import org.jspecify.annotations.NullMarked;
