package dev.plumbline.bench;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.lab.node.LabNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures how long two ranks take to add up 1 MiB of floats: in C and in Java, on two nodes and on
 * one; turn by turn.
 */
public final class Allreduce implements AutoCloseable {
  private static final Pattern TOOK = Pattern.compile("\\[0 \\w+\\] took (\\d+)");
  private static final Map<String, String> PROGRAMS =
      Map.of("c.yaml", "C", "java.yaml", "Java, direct buffers");
  private static final Map<String, String> NODES =
      Map.of("workers", "on two nodes", "master", "on one node");

  private final JobLab lab;
  private final Figures figures = new Figures("microseconds", 0);

  private Allreduce(Path home) throws IOException {
    this.lab = new JobLab(home, "allreduce");
    compileC();
    compileJava(home.resolve("jobs/mnist/target/mpi.jar"));
  }

  /** Argument: how many rounds. */
  public static void main(String[] arguments) throws IOException {
    int rounds = Integer.parseInt(arguments[0]);
    try (Allreduce allreduce = new Allreduce(Path.of("").toAbsolutePath())) {
      allreduce.run(rounds).forEach(System.out::println);
    } catch (LabProblem e) {
      System.err.println("bench: " + e.getMessage());
      System.exit(1);
    }
  }

  /** On a node, whose Open MPI is that of the ranks. */
  private void compileC() throws IOException {
    LabNode master = lab.lab().node("master");
    String program =
        master.run(
            "cd /tmp && echo \"$1\" >allreduce.c && mpicc -O2 -o allreduce allreduce.c"
                + " && base64 -w0 allreduce",
            Files.readString(lab.directory().resolve("allreduce.c")));
    Path file = lab.directory().resolve("allreduce");
    Files.write(file, Base64.getDecoder().decode(program));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void compileJava(Path mpiJar) {
    String bin = Path.of(System.getProperty("java.home"), "bin").toString();
    String classes = lab.directory().resolve("classes").toString();
    Command.of(bin + "/javac", "-cp", mpiJar.toString(), "-d", classes)
        .and(lab.directory().resolve("Allreduce.java").toString())
        .output("compiling Allreduce.java");
    Command.of(bin + "/jar", "--create", "--file")
        .and(lab.directory().resolve("allreduce.jar").toString(), "-C", classes, ".")
        .output("packing allreduce.jar");
  }

  private List<String> run(int rounds) {
    for (int i = 0; i < rounds; i++) {
      for (String nodes : List.of("workers", "master")) {
        for (String job : List.of("c.yaml", "java.yaml")) {
          measure(job, nodes);
        }
      }
    }
    return figures.lines();
  }

  private void measure(String job, String nodes) {
    Finished finished = lab.run(job, List.of("--set", "nodes=" + nodes));
    String name = PROGRAMS.get(job) + ", " + NODES.get(nodes);
    Samples samples = new Samples();
    Matcher took = TOOK.matcher(finished.out());
    while (took.find()) {
      double micros = Long.parseLong(took.group(1)) / 1e3;
      figures.add(name, micros);
      samples.add(new Sample(micros, 0, 0));
    }
    if (samples.count() == 0) {
      throw new LabProblem(job + " did not say how long it took:\n" + finished.out());
    }
    System.out.println(name + ": median " + figures.text(samples.median(Sample::wall)) + " µs");
  }

  @Override
  public void close() {
    lab.close();
  }
}
