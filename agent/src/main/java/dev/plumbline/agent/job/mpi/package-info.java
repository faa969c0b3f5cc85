/** Open MPI: the command line of mpirun, and the relay that starts its daemons without SSH. */
@NullMarked
package dev.plumbline.agent.job.mpi;

import org.jspecify.annotations.NullMarked;
