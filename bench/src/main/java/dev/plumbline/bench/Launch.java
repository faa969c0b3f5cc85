package dev.plumbline.bench;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.resources.codec.JsonReader;
import dev.plumbline.resources.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures how long six ranks on three nodes take to say hello: started by the agents, by ssh in
 * their place, and by hand with mpirun over ssh; turn by turn.
 */
public final class Launch implements AutoCloseable {
  private static final int RANKS = 6;

  /** As the user, with what the agents tell mpirun too; prints nanoseconds. */
  private static final String BY_HAND =
      """
      begun=$(date +%s%N)
      lines=$(mpirun --noprefix --mca plm_rsh_no_tree_spawn 1 --mca btl_tcp_if_include 192.168.56.0/24 \
        --mca oob_tcp_if_include 192.168.56.0/24 --tag-output -np 6 --map-by slot \
        --host 192.168.56.10:2,192.168.56.11:2,192.168.56.12:2 hostname | wc -l)
      [ "$lines" = 6 ] && echo $(($(date +%s%N) - begun))
      """;

  private final Path home;
  private final Path inventory;
  private final Map<String, Samples> figures = new LinkedHashMap<>();
  private final Lab lab;

  private Launch(Path home) throws IOException {
    this.home = home;
    this.inventory = home.resolve("bench/target/work/launch/inventory.yaml");
    Files.createDirectories(home.resolve("bench/target/work/launch"));
    for (String file : List.of("inventory.yaml", "hello.yaml")) {
      Files.writeString(
          inventory.resolveSibling(file),
          Files.readString(home.resolve("bench/launch").resolve(file)));
    }
    this.lab = Lab.up(inventory);
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
    plumb("apply").output("plumb apply");
    for (int i = 0; i <= rounds; i++) {
      boolean warm = i > 0; // The first of each fills caches.
      measure("agents", "agent", warm);
      measure("ssh", "ssh", warm);
      add("mpirun by hand over ssh", byHand(), warm);
    }
    List<String> lines =
        new ArrayList<>(List.of("| seconds | runs | median | minimum |", "|---|---|---|---|"));
    figures.entrySet().stream().map(Launch::line).forEach(lines::add);
    return lines;
  }

  private void measure(String name, String launcher, boolean counts) {
    Command command =
        plumb(
            "run",
            inventory.resolveSibling("hello.yaml").toString(),
            "--set",
            "launcher=" + launcher,
            "--output",
            "json");
    long begun = System.nanoTime();
    Finished finished = command.run();
    double wall = (System.nanoTime() - begun) / 1e9;
    if (!finished.ok()) {
      throw new LabProblem(String.join(" ", command.words()) + ": " + finished.err());
    }
    add("ranks started by " + name + ", from start to end", ran(finished), counts);
    add("plumb run, ranks started by " + name + ", the whole command", wall, counts);
  }

  /** Seconds from the start of mpirun to its end, as the controller heard of them. */
  private static double ran(Finished finished) {
    Instant begun = Instant.MAX;
    Instant ended = Instant.MIN;
    for (Value state : items(at(JsonReader.read(finished.out(), "the job"), "states"))) {
      Instant when = Instant.parse(text(at(state, "at")));
      switch (text(at(state, "state"))) {
        case "running" -> begun = when;
        case "collecting" -> ended = when;
        default -> {}
      }
    }
    return Duration.between(begun, ended).toNanos() / 1e9;
  }

  private static Value at(Value value, String key) {
    return value instanceof Value.Mapping mapping
        ? mapping.get(key).orElseThrow(() -> new LabProblem("no '" + key + "' was printed"))
        : fail(value);
  }

  private static List<Value> items(Value value) {
    return value instanceof Value.Sequence sequence ? sequence.items() : List.of(fail(value));
  }

  private static String text(Value value) {
    return value instanceof Value.Scalar scalar ? scalar.text() : fail(value).toString();
  }

  private static Value fail(Value value) {
    throw new LabProblem("what was printed has another form: " + value.noun());
  }

  private double byHand() {
    String said = lab.node("master").run("runuser -l mpihpc -c \"$1\"", BY_HAND).strip();
    return Long.parseLong(said) / 1e9;
  }

  private void add(String figure, double seconds, boolean counts) {
    System.out.printf(Locale.ROOT, "%s: %.2f s%n", figure, seconds);
    if (counts) {
      figures.computeIfAbsent(figure, _ -> new Samples()).add(new Sample(seconds, 0, 0));
    }
  }

  private static String line(Map.Entry<String, Samples> figure) {
    Samples samples = figure.getValue();
    return String.format(
        Locale.ROOT,
        "| %s, %d ranks | %d | %.2f | %.2f |",
        figure.getKey(),
        RANKS,
        samples.count(),
        samples.median(Sample::wall),
        samples.minimum(Sample::wall));
  }

  private Command plumb(String... words) {
    return Command.of(home.resolve("plumb").toString())
        .and(words)
        .with("PLUMB_INVENTORY", inventory.toString());
  }

  @Override
  public void close() {
    plumb("controller", "stop", "--force").run();
    lab.down();
  }
}
