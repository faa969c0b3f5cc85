package dev.plumbline.lab.real;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Inventories for tests. */
final class Inventories {
  private Inventories() {}

  /** One with these nodes, 192.168.56.10 and on. */
  static Path write(Path directory, String cluster, String... nodes) {
    StringBuilder text = new StringBuilder("cluster: " + cluster + "\nnodes:\n");
    for (int i = 0; i < nodes.length; i++) {
      text.append("  ").append(nodes[i]).append(": {address: 192.168.56.1").append(i).append("}\n");
    }
    try {
      return Files.writeString(directory.resolve("inventory.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
