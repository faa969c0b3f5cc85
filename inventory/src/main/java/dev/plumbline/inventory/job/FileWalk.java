package dev.plumbline.inventory.job;

import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists the files of a folder, in the order of their names. Links are followed; what cannot travel
 * is a problem each, and never left out.
 */
final class FileWalk {
  private final Origin origin;
  private final Problems problems;
  private final Globs exclude;
  private final List<LocalFile> files = new ArrayList<>();
  private final List<String> emptyFolders = new ArrayList<>();
  private final List<Path> within = new ArrayList<>();
  private int excluded;

  /**
   * @param origin where problems are told
   */
  FileWalk(Origin origin, Problems problems, Globs exclude) {
    this.origin = origin;
    this.problems = problems;
    this.exclude = exclude;
  }

  /** One file. */
  Optional<LocalFile> file(Path file, String shown) {
    return look(file, shown)
        .flatMap(seen -> file(file, seen, String.valueOf(file.getFileName()), shown));
  }

  /** All files of a folder. */
  InputFiles folder(String name, Path top, String shown) {
    try {
      walk(top, top, shown);
    } catch (IOException e) {
      unreadable(shown, e);
    }
    return new InputFiles(name, true, files, emptyFolders, excluded);
  }

  private void walk(Path top, Path folder, String shown) throws IOException {
    Path real = folder.toRealPath();
    if (within.contains(real)) {
      problems.add(
          "job-file-cycle",
          origin,
          "the link "
              + shown
              + " leads back to a folder that it is in"
              + remedy(top.relativize(folder).toString()));
      return;
    }
    within.add(real);
    List<Path> entries;
    try (Stream<Path> listed = Files.list(folder)) {
      entries = listed.sorted().toList();
    }
    if (entries.isEmpty() && !folder.equals(top)) {
      emptyFolders.add(path(top, folder));
    }
    for (Path entry : entries) {
      entry(top, entry, shown + (shown.endsWith("/") ? "" : "/") + entry.getFileName());
    }
    within.removeLast();
  }

  private void entry(Path top, Path entry, String shown) {
    boolean folder = Files.isDirectory(entry);
    if (exclude.match(top.relativize(entry), folder)) {
      excluded++;
      return;
    }
    if (folder) {
      try {
        walk(top, entry, shown);
      } catch (IOException e) {
        unreadable(shown, e);
      }
      return;
    }
    look(entry, shown)
        .flatMap(seen -> file(entry, seen, path(top, entry), shown))
        .ifPresent(files::add);
  }

  private static String path(Path top, Path file) {
    return top.relativize(file).toString();
  }

  private Optional<BasicFileAttributes> look(Path file, String shown) {
    try {
      return Optional.of(Files.readAttributes(file, BasicFileAttributes.class));
    } catch (NoSuchFileException _) {
      if (Files.isSymbolicLink(file)) {
        problems.add(
            "job-link",
            origin,
            "the link " + shown + " leads to " + target(file) + ", which is not there");
      } else {
        problems.add("job-file", origin, "there is no " + shown);
      }
    } catch (IOException e) {
      unreadable(shown, e);
    }
    return Optional.empty();
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException _) {
      return "somewhere";
    }
  }

  private Optional<LocalFile> file(Path file, BasicFileAttributes seen, String path, String shown) {
    if (seen.isOther()) {
      problems.add(
          "job-special-file",
          origin,
          shown + " is a socket, a pipe or a device, and cannot travel" + remedy(path));
      return Optional.empty();
    }
    if (path.indexOf('\uFFFD') >= 0) {
      problems.add(
          "job-file-name",
          origin,
          "the name of "
              + shown
              + " cannot be read in the language settings of this shell"
              + "; rename it, or use a UTF-8 locale");
      return Optional.empty();
    }
    if (!Files.isReadable(file)) {
      unreadable(shown, new AccessDeniedException(shown));
      return Optional.empty();
    }
    return Optional.of(
        new LocalFile(path, file, seen.size(), seen.lastModifiedTime(), Files.isExecutable(file)));
  }

  private void unreadable(String shown, IOException e) {
    @Nullable String reason = e instanceof AccessDeniedException ? "no permission" : e.getMessage();
    problems.add("job-file-unreadable", origin, "cannot read " + shown + ": " + reason);
  }

  private static String remedy(String path) {
    return "; leave it out with exclude: [\"" + path + "\"]";
  }
}
