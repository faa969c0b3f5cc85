package dev.plumbline.lab.node;

import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What a node is, asked of the node itself: packages, accounts, units, addresses, routes, firewall,
 * swarm and the files below /etc, /root, /home, /usr/local, /opt and some of /var/lib. One line
 * each and in order, a file's as {@code file PATH mode owner:group type size-or-target hash};
 * secrets only as hashes. So the difference of two tells all that happened to the node.
 */
public record Snapshot(SortedSet<String> lines) {

  public Snapshot {
    lines = new TreeSet<>(lines);
  }

  /** All lines that are in one only: {@code - line} of this, {@code + line} of the later one. */
  public List<String> changesTo(Snapshot later) {
    List<String> changes = new ArrayList<>();
    lines.stream().filter(l -> !later.lines.contains(l)).forEach(l -> changes.add("- " + l));
    later.lines.stream().filter(l -> !lines.contains(l)).forEach(l -> changes.add("+ " + l));
    return changes;
  }

  public Snapshot without(Predicate<String> line) {
    SortedSet<String> kept = new TreeSet<>(lines);
    kept.removeIf(line);
    return new Snapshot(kept);
  }

  static Snapshot of(LabNode node) {
    var asked = node.container().inside(List.of("/bin/bash", "-s")).reading(script()).run();
    if (!asked.ok()) {
      throw new LabProblem("cannot take a snapshot of " + node.name() + ": " + asked.lastWords());
    }
    return new Snapshot(new TreeSet<>(asked.out().lines().toList()));
  }

  private static String script() {
    try (InputStream stream = Snapshot.class.getResourceAsStream("snapshot.sh")) {
      if (stream == null) {
        throw new IllegalStateException("the lab's jar lacks snapshot.sh");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
