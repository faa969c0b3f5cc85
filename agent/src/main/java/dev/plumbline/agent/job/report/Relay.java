package dev.plumbline.agent.job.report;

import dev.plumbline.agent.job.order.Exit;
import java.util.List;
import java.util.Optional;

/**
 * An orted that mpirun asks for: on the head one that is to be started elsewhere, elsewhere one
 * that was started.
 *
 * @param target the address or name of its node, as mpirun gave it; empty elsewhere
 * @param exit there if it has ended
 */
public record Relay(String id, String target, List<String> arguments, Optional<Exit> exit) {
  public Relay {
    arguments = List.copyOf(arguments);
  }

  public Relay ended(Exit how) {
    return new Relay(id, target, arguments, Optional.of(how));
  }
}
