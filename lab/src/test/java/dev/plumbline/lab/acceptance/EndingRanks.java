package dev.plumbline.lab.acceptance;

/** Ranks that end in every way there is, and the cluster on which they do. */
final class EndingRanks {
  private EndingRanks() {}

  /**
   * The example cluster, as far as MPI needs it. Its port is its own: another cluster of this
   * machine may take the usual one while the controller is dead.
   */
  static String inventory() {
    return inventory("ends", 7733);
  }

  static String inventory(String cluster, int port) {
    return Plumb.example("beowulf.yaml")
        .replaceAll("(?s)\n  managers:.*", "\n")
        .replaceAll("(?m)^ *- (docker\\.io|python3-pip|libopenmpi-dev)\n", "")
        .replaceAll("(?m)^      docker:\n.*\n", "")
        .replaceAll("(?m)^        docker: .*\n", "")
        .replace("[sudo, docker]", "[sudo]")
        .replace(
            "cluster: beowulf\n", "cluster: " + cluster + "\ncontroller: {port: " + port + "}\n");
  }

  static final String JOB =
      """
      job: ends
      kind: mpi
      vars: {how: wait, ticks: 1200, limit: 10m, launcher: agent, memory: 100MiB}
      command: [python3, "${inputs.program}", "${how}", "${ticks}"]
      inputs: {program: ends.py}
      outputs: {optional: [result.txt]}
      limits: {max_runtime: "${limit}", memory_per_rank: "${memory}"}
      mpi: {launcher: "${launcher}", mca: {mpi_yield_when_idle: "1"}}
      """;

  /** Rank 4, the first of worker2, fails; rank 0 counts tenths of seconds. */
  static final String PROGRAM =
      """
      import os, sys, time
      import mpi4py
      mpi4py.rc.finalize = False # nobody who fails waits for the others
      from mpi4py import MPI

      def grow(): # to 1 GiB, and not for ever
        for step in range(1024): grown.append(bytearray(b'x' * (1 << 20)))

      grown = []
      how, ticks = sys.argv[1], int(sys.argv[2])
      world = MPI.COMM_WORLD
      rank = world.rank
      print('pid', os.getpid(), flush=True)
      world.Barrier()
      if rank == 4 and how != 'wait' and how != 'work':
        print('last words of four', flush=True)
        if how == 'exit': sys.exit(7)
        if how == 'abort': world.Abort(9)
        if how == 'exception': raise ValueError('no such digit')
        if how == 'crash': os.abort()
        if how == 'segv': os.kill(os.getpid(), 11)
        if how == 'memory': grow()
      for tick in range(ticks):
        time.sleep(0.1)
        if rank == 0 and how != 'exit': print('tick', tick, flush=True)
      ranks = world.allreduce(1)
      if rank == 0:
        with open(os.environ['PLUMB_OUTPUTS'] + '/result.txt', 'w') as result:
          print(ranks, 'ranks', ticks, 'ticks', file=result)
      MPI.Finalize()
      if how == 'work' and rank == 5: sys.exit(3)
      """;

  /** One program on one node, without MPI: it is gone with its control group. */
  static final String GROWING =
      """
      job: growing
      kind: command
      nodes: [worker1]
      command: [python3, -c, "b'x' * (1 << 28)"]
      limits: {memory_per_rank: 64MiB}
      """;
}
