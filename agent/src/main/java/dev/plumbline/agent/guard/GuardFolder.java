package dev.plumbline.agent.guard;

import dev.plumbline.agent.disk.AtomicFile;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.json.Tree;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.guard.Guard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** One guard on the disk: the copies, the script, how it stands. */
record GuardFolder(Path path) {
  private static final String FACTS = "guard.json";
  private static final String COPIES = "saved";

  /**
   * What an agent that was started since then has to know.
   *
   * @param resources what is changed under the guard
   */
  record Facts(String request, List<ResourceId> resources) {}

  String id() {
    return path.getFileName().toString();
  }

  Path script() {
    return path.resolve("restore.sh");
  }

  /** Keeps what is now. All of it is on the disk when this returns, the mark last. */
  static GuardFolder write(Path directory, String id, Facts facts, Guard guard) throws Failure {
    Path path = directory.resolve(id);
    GuardFolder folder = new GuardFolder(path);
    try {
      Path copies = Files.createDirectories(path.resolve(COPIES));
      List<SavedFile> saved = new ArrayList<>();
      for (Path file : guard.files()) {
        saved.add(SavedFile.save(file, copies, saved.size()));
      }
      folder.write(
          FACTS,
          new Tree.Writer()
              .text("request", facts.request())
              .texts("resources", facts.resources())
              .json());
      folder.write("restore.sh", RestoreScript.of(path, saved, guard.restore()));
      folder.write(Mark.PENDING.file(), "");
      AtomicFile.sync(directory);
      return folder;
    } catch (IOException e) {
      throw FileTrouble.of("write", path, e);
    }
  }

  private void write(String name, String text) throws Failure {
    AtomicFile.write(path.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  /** All guards that were not forgotten. */
  static List<GuardFolder> all(Path directory) throws Failure {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().map(GuardFolder::new).toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw FileTrouble.of("read", directory, e);
    }
  }

  /** How it stands; the last mark counts, while one is being renamed there is another. */
  Mark mark() {
    Mark found = Mark.NONE;
    for (Mark mark : Mark.values()) {
      if (mark != Mark.NONE && Files.exists(path.resolve(mark.file()))) {
        found = mark;
      }
    }
    return found;
  }

  /** Lets the change stay; false if it is being undone already. */
  boolean confirm() throws Failure {
    try {
      Files.move(
          path.resolve(Mark.PENDING.file()),
          path.resolve(Mark.CONFIRMED.file()),
          StandardCopyOption.ATOMIC_MOVE);
      AtomicFile.sync(path);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw FileTrouble.of("write", path, e);
    }
  }

  Facts facts() throws Failure {
    Path file = path.resolve(FACTS);
    try {
      Tree tree = Tree.read(Files.readString(file), file.toString());
      return new Facts(
          tree.text("request"), tree.texts("resources").stream().map(ResourceId::parse).toList());
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    } catch (IllegalArgumentException e) {
      throw new Failure("cannot read " + file + ": " + e.getMessage(), "look at it on the node", e);
    }
  }

  /** Whether the script ran because the machine was started. */
  boolean undoneAtBoot() throws Failure {
    return lines("mode").contains("boot");
  }

  /** What could not be put back, a line each; empty if all could. */
  List<String> trouble() throws Failure {
    return lines("trouble");
  }

  private List<String> lines(String name) throws Failure {
    Path file = path.resolve(name);
    try {
      return Files.readAllLines(file);
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    }
  }

  /** Removes it, the mark first: what is only half removed is no guard. */
  void delete() throws Failure {
    try (Stream<Path> all = Files.walk(path)) {
      for (Mark mark : Mark.values()) {
        Files.deleteIfExists(path.resolve(mark.file()));
      }
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      throw FileTrouble.of("remove", path, e);
    }
  }
}
