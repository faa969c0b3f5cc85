package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/** Ranks in Java that end, or do not, as only Java does. */
final class EndingJava {
  private EndingJava() {}

  private static final String JOB =
      """
      job: java
      kind: mpi
      vars: {how: hang}
      java: {jar: ending.jar, main: Ending, options: [-Xmx64m, -XX:+UseSerialGC, -Xshare:auto]}
      args: ["${how}"]
      limits: {max_runtime: 10m}
      mpi: {mca: {mpi_yield_when_idle: "1"}}
      """;

  /** Rank 4, the first of worker2, ends first. */
  private static final String PROGRAM =
      """
      import java.lang.foreign.*;
      import java.util.concurrent.CountDownLatch;
      import mpi.MPI;

      public final class Ending {
        public static void main(String[] args) throws Exception {
          MPI.Init(args);
          int rank = MPI.COMM_WORLD.getRank();
          MPI.COMM_WORLD.barrier();
          if (rank == 4 && args[0].equals("throw")) {
            throw new IllegalStateException("no such digit");
          }
          if (rank == 4 && args[0].equals("crash")) {
            MemorySegment.ofAddress(8).reinterpret(8).set(ValueLayout.JAVA_LONG, 0, 1);
          }
          for (int tick = 0; rank == 0; tick++) {
            Thread.sleep(100);
            System.out.println("tick " + tick);
          }
          waitsForNobody();
        }

        static void waitsForNobody() throws InterruptedException {
          new CountDownLatch(1).await();
        }
      }
      """;

  /** Leaves the program and its job file, {@code java.yaml}, in a directory. */
  static void compile(Path directory) {
    Path classes = directory.resolve("classes");
    Path source = directory.resolve("Ending.java");
    try {
      Files.writeString(directory.resolve("java.yaml"), JOB);
      Files.writeString(source, PROGRAM);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String mpi = Plumb.home().resolve("jobs/mnist/target/mpi.jar").toString();
    run("javac", "--release", "25", "-cp", mpi, "-d", classes.toString(), source.toString());
    String jar = directory.resolve("ending.jar").toString();
    run("jar", "--create", "--file", jar, "-C", classes.toString(), ".");
  }

  private static void run(String tool, String... words) {
    assertThat(ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, words))
        .as(tool)
        .isZero();
  }
}
