import java.nio.FloatBuffer;
import mpi.MPI;
import mpi.MPIException;

/** As allreduce.c, with direct buffers. */
public final class Allreduce {
  private static final int COUNT = 1 << 18;
  private static final int WARM = 100;

  public static void main(String[] args) throws MPIException {
    MPI.Init(args);
    int times = Integer.parseInt(args[0]);
    int rank = MPI.COMM_WORLD.getRank();
    int size = MPI.COMM_WORLD.getSize();
    FloatBuffer own = MPI.newFloatBuffer(COUNT);
    FloatBuffer sum = MPI.newFloatBuffer(COUNT);
    for (int i = 0; i < COUNT; i++) {
      own.put(i, rank + 1);
    }
    for (int i = -WARM; i < times; i++) {
      MPI.COMM_WORLD.barrier();
      double begun = MPI.wtime();
      MPI.COMM_WORLD.allReduce(own, sum, COUNT, MPI.FLOAT, MPI.SUM);
      double took = MPI.wtime() - begun;
      if (sum.get(COUNT - 1) != size * (size + 1) / 2) {
        MPI.COMM_WORLD.abort(9);
      }
      if (rank == 0 && i >= 0) {
        System.out.println("took " + Math.round(took * 1e9));
      }
    }
    MPI.Finalize();
  }
}
