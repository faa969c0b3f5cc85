package dev.plumbline.lab.acceptance;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.node.LabNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Fresh nodes for one inventory, and the command that manages them. */
final class RealCluster implements AutoCloseable {
  private final Lab lab;
  private final Plumb plumb;

  private RealCluster(Lab lab, Plumb plumb) {
    this.lab = lab;
    this.plumb = plumb;
  }

  /** Writes the inventory into the directory and brings its nodes up. */
  static RealCluster up(Path directory, String inventory) {
    try {
      Path file = Files.writeString(directory.resolve("inventory.yaml"), inventory);
      return new RealCluster(Lab.up(file), new Plumb(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Plumb plumb() {
    return plumb;
  }

  LabNode node(String name) {
    return lab.node(name);
  }

  List<LabNode> nodes() {
    return lab.nodes();
  }

  /** Replaces the inventory; the nodes stay. */
  void inventory(String text) {
    try {
      Files.writeString(plumb.inventory(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    plumb.stopController();
    lab.down();
  }
}
