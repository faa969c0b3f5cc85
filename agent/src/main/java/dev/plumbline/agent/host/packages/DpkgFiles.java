package dev.plumbline.agent.host.packages;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.packages.PackageDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files in which dpkg and apt keep what they have done. They are read again only if one of them
 * was replaced or written to.
 */
final class DpkgFiles {
  private final Path status;
  private final Path marks;
  private final Path updates;
  private List<List<Object>> seen = List.of();
  private @Nullable PackageDatabase database;

  DpkgFiles(Path root) {
    this.status = root.resolve("var/lib/dpkg/status");
    this.marks = root.resolve("var/lib/apt/extended_states");
    this.updates = root.resolve("var/lib/dpkg/updates");
  }

  synchronized PackageDatabase database() throws Failure {
    try {
      List<Path> statuses = new ArrayList<>(List.of(status));
      statuses.addAll(updates());
      List<List<Object>> now = new ArrayList<>();
      for (Path file : statuses) {
        now.add(stamp(file));
      }
      now.add(Files.exists(marks) ? stamp(marks) : List.of());
      PackageDatabase known = database;
      if (known == null || !now.equals(seen)) {
        known = read(statuses);
        database = known;
        seen = now;
      }
      return known;
    } catch (NoSuchFileException e) {
      if (e.getFile().equals(status.toString())) {
        throw new Failure(
            status + " is not there, so this node has no dpkg",
            "manage packages on nodes with Debian or Ubuntu only",
            e);
      }
      throw unreadable(e); // dpkg put an update into the status meanwhile.
    } catch (IOException | IllegalArgumentException e) {
      throw unreadable(e);
    }
  }

  private static Failure unreadable(Exception e) {
    return new Failure(
        "the packages of this node cannot be read: " + e.getMessage(),
        "look at /var/lib/dpkg on the node, and try again",
        e);
  }

  /** What dpkg has written down and not yet put into its status, in order. */
  private List<Path> updates() throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(updates)) {
      try (DirectoryStream<Path> directory = Files.newDirectoryStream(updates, "[0-9]*")) {
        directory.forEach(files::add);
      }
    }
    files.sort(null);
    return files;
  }

  /** Whether a dpkg that was interrupted, or one that works right now, has work left. */
  boolean interrupted() throws Failure {
    try {
      return !updates().isEmpty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Writes what an interrupted dpkg has left as one status.
   *
   * @return the file; empty if the status of the node is whole
   */
  Optional<Path> whole(Path directory) throws Failure {
    try {
      List<Path> updates = updates();
      if (updates.isEmpty()) {
        return Optional.empty();
      }
      List<String> texts = new ArrayList<>(List.of(text(status)));
      for (Path update : updates) {
        texts.add(text(update));
      }
      Path file = directory.resolve("status");
      Files.writeString(file, WholeStatus.of(texts), StandardCharsets.ISO_8859_1);
      return Optional.of(file);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  private PackageDatabase read(List<Path> statuses) throws IOException {
    DpkgStatus all = new DpkgStatus();
    for (Path file : statuses) {
      try (BufferedReader reader = open(file)) {
        all.read(reader);
      }
    }
    if (Files.exists(marks)) {
      try (BufferedReader reader = open(marks)) {
        all.readMarks(reader);
      }
    }
    return all.database();
  }

  /** Names and versions are ASCII; what is not stands in fields that nobody asks for. */
  private static BufferedReader open(Path file) throws IOException {
    return Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
  }

  private static List<Object> stamp(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    return List.of(
        file, now.lastModifiedTime(), now.size(), Objects.requireNonNullElse(now.fileKey(), 0));
  }
}
