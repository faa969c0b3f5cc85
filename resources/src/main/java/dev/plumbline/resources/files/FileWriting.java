package dev.plumbline.resources.files;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.block.ManagedBlock;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.Files;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes a path what its spec says. */
final class FileWriting {
  private final Files files;

  FileWriting(Files files) {
    this.files = files;
  }

  void apply(FileSpec spec, FileObservation observed, List<Change> changes) throws Failure {
    Path path = Path.of(spec.path());
    switch (spec.state()) {
      case ABSENT -> remove(spec, path, observed);
      case DIRECTORY -> {
        if (observed.attributes().isEmpty()) {
          needsParent(path);
          files.makeDirectory(path, spec.newMode().bits(), spec.newOwner(), spec.newGroup());
        } else {
          attributes(path, Target.of(spec, observed), observed.attributes().get());
        }
      }
      case FILE -> {
        if (changes.stream().anyMatch(FileWriting::needsWrite)) {
          write(spec, path, observed);
        } else {
          attributes(path, Target.of(spec, observed), observed.attributes().orElseThrow());
        }
      }
    }
  }

  /**
   * The attributes that the path gets: those of the spec, then what is there, then the defaults.
   */
  private record Target(String owner, String group, FileMode mode) {
    static Target of(FileSpec spec, FileObservation observed) {
      Optional<FileObservation.Attributes> kept =
          spec.block().isPresent() ? observed.attributes() : Optional.empty();
      return new Target(
          spec.owner()
              .or(() -> kept.map(FileObservation.Attributes::owner))
              .orElseGet(spec::newOwner),
          spec.group()
              .or(() -> kept.map(FileObservation.Attributes::group))
              .orElseGet(spec::newGroup),
          spec.mode()
              .or(() -> kept.map(FileObservation.Attributes::mode))
              .orElseGet(spec::newMode));
    }
  }

  private static boolean needsWrite(Change change) {
    return change.attribute().equals(FileDiff.STATE) || change.attribute().equals(FileDiff.CONTENT);
  }

  private void attributes(Path path, Target target, FileObservation.Attributes there)
      throws Failure {
    boolean chown = !there.owner().equals(target.owner()) || !there.group().equals(target.group());
    if (chown) {
      files.setOwner(path, target.owner(), target.group());
    }
    if (!there.mode().equals(target.mode()) || (chown && target.mode().isSpecial())) {
      files.setMode(path, target.mode().bits());
    }
  }

  private void write(FileSpec spec, Path path, FileObservation observed) throws Failure {
    needsParent(path);
    byte[] content = new byte[0];
    if (spec.wanted().isPresent()) {
      content =
          spec.wanted()
              .get()
              .bytes()
              .orElseThrow(() ->
                  new Failure(
                      "the content of " + path + " is secret and not at hand on this node",
                      "Run 'plumb apply' again: it brings the content along."));
    }
    Optional<ManagedBlock> block = spec.managedBlock();
    if (block.isPresent()) {
      content =
          block
              .get()
              .split(path, files.read(path).orElse(new byte[0]))
              .with(new String(content, StandardCharsets.UTF_8));
    }
    Target target = Target.of(spec, observed);
    files.write(path, content, target.mode().bits(), target.owner(), target.group());
  }

  private void remove(FileSpec spec, Path path, FileObservation observed) throws Failure {
    FileObservation.Attributes there = observed.attributes().orElseThrow();
    Optional<ManagedBlock> block = spec.managedBlock();
    if (block.isPresent()) {
      byte[] rest = block.get().split(path, files.read(path).orElse(new byte[0])).withoutBlock();
      files.write(path, rest, there.mode().bits(), there.owner(), there.group());
      return;
    }
    if (there.type() == FileStatus.Type.DIRECTORY) {
      List<String> inside = files.list(path);
      if (!inside.isEmpty()) {
        throw new Failure(
            path
                + " is not empty: it holds "
                + inside.getFirst()
                + (inside.size() > 1 ? " and " + (inside.size() - 1) + " more" : ""),
            "Empty it, or list what may go as absent files: only an empty directory is removed.");
      }
    }
    files.remove(path);
  }

  private void needsParent(Path path) throws Failure {
    Optional<Path> parent = FileOrder.parent(path);
    if (parent.isPresent() && files.status(parent.get()).isEmpty()) {
      throw new Failure(
          path + " cannot be made: there is no directory " + parent.get(),
          "Add files: {" + parent.get() + ": {state: directory}} to the inventory.");
    }
  }
}
