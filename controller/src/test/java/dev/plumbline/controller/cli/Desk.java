package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.screen.Terminal;
import dev.plumbline.controller.client.Description;
import dev.plumbline.inventory.Caller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a test sits and calls {@code plumb}: a directory with an inventory, and no terminal. */
final class Desk implements Controllers {
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  static final String THREE_NODES =
      """
      cluster: beowulf
      jobs: {user: mpihpc}
      nodes:
        master:  {address: 192.168.56.10, slots: 2}
        worker1: {address: 192.168.56.11, slots: 2}
        worker2: {address: 192.168.56.12, slots: 2}
      groups:
        all: {state: {hostname: "${node.name}"}}
        workers: {nodes: [worker1, worker2]}
      """;

  final ScriptedController controller = new ScriptedController();
  final Map<String, String> environment = new HashMap<>();
  final Path directory;
  Optional<Description> running = Optional.of(controller.describe());
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  Desk(Path directory) {
    this.directory = directory;
    environment.put("XDG_RUNTIME_DIR", "/run/user/1000");
  }

  Desk inventory(String text) {
    return file("inventory.yaml", text);
  }

  Desk file(String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return this;
  }

  /** Calls plumb with these words, and gives its exit code. */
  int plumb(String... words) {
    Surroundings surroundings =
        new Surroundings(
            new Caller(directory, directory, environment),
            Terminal.NONE,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            () -> 0,
            () -> NOW,
            () -> ZoneOffset.UTC,
            this);
    return new Plumb(surroundings).run(List.of(words));
  }

  /** Standard output since the desk was made. */
  String out() {
    return text(out);
  }

  /** Standard error since the desk was made. */
  String err() {
    return text(err);
  }

  private String text(ByteArrayOutputStream stream) {
    return stream
        .toString(StandardCharsets.UTF_8)
        .replace(directory.toString(), "/desk")
        .replaceAll("[0-9a-f]{16}(?=\\.sock)", "HASH");
  }

  @Override
  public Optional<Running> find(StatePlace place) {
    return running.map(description -> new Running(controller, description));
  }

  @Override
  public Ensured ensure(StatePlace place, Start start) {
    boolean fresh = running.isEmpty();
    running = Optional.of(controller.describe());
    return new Ensured(controller, fresh);
  }

  @Override
  public boolean stop(StatePlace place, boolean force) {
    boolean ended = running.isPresent();
    running = Optional.empty();
    return ended;
  }
}
