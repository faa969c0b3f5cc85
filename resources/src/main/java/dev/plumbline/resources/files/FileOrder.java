package dev.plumbline.resources.files;

import dev.plumbline.resources.ResourceId;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What must be right before a file: its owner, its group, the directories above it. */
final class FileOrder {
  private FileOrder() {}

  /** A path that goes away waits for everything below it instead. */
  static Set<ResourceId> before(FileSpec spec, Set<ResourceId> catalog) {
    Set<ResourceId> before = new HashSet<>();
    spec.owner().ifPresent(owner -> before.add(new ResourceId("user", owner)));
    spec.group().ifPresent(group -> before.add(new ResourceId("group", group)));
    if (spec.state() == FileState.ABSENT && spec.block().isEmpty()) {
      catalog.stream().filter(id -> isBelow(id, spec.path())).forEach(before::add);
    } else {
      for (Path above = Path.of(spec.path()).getParent();
          above != null;
          above = above.getParent()) {
        before.add(new ResourceId("file", above.toString()));
      }
    }
    return Set.copyOf(before);
  }

  private static boolean isBelow(ResourceId id, String path) {
    return id.kind().equals("file") && id.name().startsWith(path + "/");
  }

  /** The directory that holds the file; empty for the root. */
  static Optional<Path> parent(Path path) {
    return Optional.ofNullable(path.getParent());
  }
}
