package dev.plumbline.resources.guard;

import dev.plumbline.resources.host.processes.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How a change is undone, and what confirms it.
 *
 * @param files whose content, owner and mode are kept before the change and put back when it is
 *     undone; one that is absent before is removed then; none lies behind a symbolic link
 * @param restore the programs that put the running state back after the files were, in this order;
 *     each is tried even if one before it failed, none gets input. A node that restarts puts back
 *     the files, and systemd runs its generators again, before the network is up
 * @param addresses which the change touches and the inventory names: something else than the node
 *     must reach each of them before the change is confirmed
 * @param within how long the change may stay without being confirmed
 */
public record Guard(
    List<Path> files, List<Command> restore, List<Address> addresses, Duration within) {
  public Guard {
    files = List.copyOf(files);
    restore = List.copyOf(restore);
    addresses = List.copyOf(addresses);
    if (restore.stream().anyMatch(command -> !command.input().isEmpty())) {
      throw new IllegalArgumentException("a program that restores gets no input");
    }
  }

  /**
   * An address that must answer, with the subnet in which to look for somebody to ask.
   *
   * @param text as the inventory writes it, without the prefix length: {@code 192.168.56.11}
   * @param prefix the length of the subnet's prefix in bits
   */
  public record Address(String text, int prefix) {}
}
