package dev.plumbline.resources.host.contents;

import dev.plumbline.resources.Carried;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.contract.InMemoryPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files that are there as soon as they are asked for. */
public final class InMemoryContents implements Contents, InMemoryPort {
  private final List<String> changes = new ArrayList<>();

  @Override
  public Path bring(Carried content, String what, Progress progress) {
    changes.add("bring " + content.hash().substring(0, 4));
    return Path.of("/content", content.hash());
  }

  @Override
  public List<String> changes() {
    return changes;
  }
}
