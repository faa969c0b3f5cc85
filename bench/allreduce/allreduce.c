/* Adds up 1 MiB of floats over all ranks, again and again. Rank 0 prints the nanoseconds of each time. */
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>

enum { COUNT = 1 << 18, WARM = 100 };

int main(int argc, char **argv) {
  MPI_Init(&argc, &argv);
  int times = atoi(argv[1]), rank, size;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  float *own = malloc(COUNT * sizeof *own), *sum = malloc(COUNT * sizeof *sum);
  for (int i = 0; i < COUNT; i++) own[i] = rank + 1;
  for (int i = -WARM; i < times; i++) {
    MPI_Barrier(MPI_COMM_WORLD);
    double begun = MPI_Wtime();
    MPI_Allreduce(own, sum, COUNT, MPI_FLOAT, MPI_SUM, MPI_COMM_WORLD);
    double took = MPI_Wtime() - begun;
    if (sum[COUNT - 1] != size * (size + 1) / 2) MPI_Abort(MPI_COMM_WORLD, 9);
    if (rank == 0 && i >= 0) printf("took %.0f\n", took * 1e9);
  }
  MPI_Finalize();
  return 0;
}
