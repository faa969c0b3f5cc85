package dev.plumbline.bench;

import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures how long six ranks on three nodes take to say hello: started by the agents, by ssh in
 * their place, and by hand with mpirun over ssh; turn by turn.
 */
public final class Launch implements AutoCloseable {
  private static final String RANKS = ", 6 ranks";

  /** As the user, with what the agents tell mpirun too; prints nanoseconds. */
  private static final String BY_HAND =
      """
      begun=$(date +%s%N)
      lines=$(mpirun --noprefix --mca plm_rsh_no_tree_spawn 1 --mca btl_tcp_if_include 192.168.56.0/24 \
        --mca oob_tcp_if_include 192.168.56.0/24 --tag-output -np 6 --map-by slot \
        --host 192.168.56.10:2,192.168.56.11:2,192.168.56.12:2 hostname | wc -l)
      [ "$lines" = 6 ] && echo $(($(date +%s%N) - begun))
      """;

  private final JobLab lab;
  private final Figures figures = new Figures("seconds", 2);

  private Launch(Path home) throws IOException {
    this.lab = new JobLab(home, "launch");
  }

  /** Argument: how many rounds. */
  public static void main(String[] arguments) throws IOException {
    int rounds = Integer.parseInt(arguments[0]);
    try (Launch launch = new Launch(Path.of("").toAbsolutePath())) {
      launch.run(rounds).forEach(System.out::println);
    } catch (LabProblem e) {
      System.err.println("bench: " + e.getMessage());
      System.exit(1);
    }
  }

  private List<String> run(int rounds) {
    for (int i = 0; i <= rounds; i++) {
      boolean warm = i > 0; // The first of each fills caches.
      measure("agents", "agent", warm);
      measure("ssh", "ssh", warm);
      add("mpirun by hand over ssh", byHand(), warm);
    }
    return figures.lines();
  }

  private void measure(String name, String launcher, boolean counts) {
    long begun = System.nanoTime();
    Finished finished =
        lab.run("hello.yaml", List.of("--set", "launcher=" + launcher, "--output", "json"));
    double wall = (System.nanoTime() - begun) / 1e9;
    double ran = TimeLine.of(finished).seconds("running", "collecting");
    add("ranks started by " + name + ", from start to end", ran, counts);
    add("plumb run, ranks started by " + name + ", the whole command", wall, counts);
  }

  private double byHand() {
    String said = lab.lab().node("master").run("runuser -l mpihpc -c \"$1\"", BY_HAND).strip();
    return Long.parseLong(said) / 1e9;
  }

  private void add(String figure, double seconds, boolean counts) {
    System.out.println(figure + ": " + figures.text(seconds) + " s");
    if (counts) {
      figures.add(figure + RANKS, seconds);
    }
  }

  @Override
  public void close() {
    lab.close();
  }
}
