@NullMarked
package dev.plumbline.agent.job.mpi;

import org.jspecify.annotations.NullMarked;
