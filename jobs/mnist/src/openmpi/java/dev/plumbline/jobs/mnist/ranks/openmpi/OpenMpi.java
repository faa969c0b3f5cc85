package dev.plumbline.jobs.mnist.ranks.openmpi;

import dev.plumbline.jobs.mnist.problem.Problem;
import dev.plumbline.jobs.mnist.ranks.Communicator;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mpi.MPI;
import mpi.MPIException;

/** MPI_COMM_WORLD. */
final class OpenMpi implements Communicator {
  private final int rank;
  private final int size;

  private OpenMpi(int rank, int size) {
    this.rank = rank;
    this.size = size;
  }

  static OpenMpi init(String[] args) {
    try {
      MPI.Init(args);
      return new OpenMpi(MPI.COMM_WORLD.getRank(), MPI.COMM_WORLD.getSize());
    } catch (MPIException e) {
      throw new Problem("MPI_Init failed: " + e.getMessage(), e);
    }
  }

  @Override
  public int rank() {
    return rank;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void sum(IntBuffer values) {
    try {
      MPI.COMM_WORLD.allReduce(values.clear(), values.capacity(), MPI.INT, MPI.SUM);
    } catch (MPIException e) {
      throw new Problem("MPI_Allreduce failed: " + e.getMessage(), e);
    }
  }

  @Override
  public List<String> gather(String line) {
    byte[] own = Arrays.copyOf(line.getBytes(StandardCharsets.UTF_8), LONGEST_LINE);
    byte[] all = new byte[rank == 0 ? size * LONGEST_LINE : 0];
    try {
      MPI.COMM_WORLD.gather(own, LONGEST_LINE, MPI.BYTE, all, LONGEST_LINE, MPI.BYTE, 0);
    } catch (MPIException e) {
      throw new Problem("MPI_Gather failed: " + e.getMessage(), e);
    }
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < all.length; at += LONGEST_LINE) {
      lines.add(new String(all, at, LONGEST_LINE, StandardCharsets.UTF_8).replace("\0", ""));
    }
    return lines;
  }

  @Override
  public void leave() {
    try {
      MPI.Finalize();
    } catch (MPIException e) {
      throw new Problem("MPI_Finalize failed: " + e.getMessage(), e);
    }
  }
}
