package dev.plumbline.controller.job;

import java.util.List;
import java.util.Optional;

/**
 * An {@code orted} that the head's {@code mpirun} asks for, or that runs on a node.
 *
 * @param id chosen by the head's agent
 * @param target address or name of a node, as {@code mpirun} gave it
 * @param exit set when it has ended
 */
public record Relay(String id, String target, List<String> arguments, Optional<Exit> exit) {
  public Relay {
    arguments = List.copyOf(arguments);
  }
}
