package dev.plumbline.lab.engine;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import java.util.List;
import java.util.Map;

/** One engine, spoken to through the {@code docker} program. */
public final class Docker {
  private final String host;

  /**
   * @param host as in DOCKER_HOST ({@code unix:///path}); empty for what the user's docker talks to
   */
  public Docker(String host) {
    this.host = host;
  }

  public String host() {
    return host;
  }

  /** The command line of {@code docker words…} for this engine. */
  public Command command(List<String> words) {
    Map<String, String> environment = host.isEmpty() ? Map.of() : Map.of("DOCKER_HOST", host);
    return Command.of("docker").and(words).with(environment);
  }

  public Command command(String... words) {
    return command(List.of(words));
  }

  public Finished call(String... words) {
    return command(words).run();
  }

  /** The output of {@code docker words…}, stripped; a failure becomes a Problem. */
  public String ask(String purpose, String... words) {
    return command(words).output(purpose).strip();
  }

  /** As {@link #ask}, split into its lines; none when there was no output. */
  public List<String> lines(String purpose, String... words) {
    return ask(purpose, words).lines().filter(line -> !line.isBlank()).toList();
  }

  public boolean answers() {
    return call("version", "--format", "{{.Server.Version}}").ok();
  }
}
