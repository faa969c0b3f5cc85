package dev.plumbline.controller.job.content;

import dev.plumbline.controller.job.Bytes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Keeps a directory within its size: what was used longest ago goes, what is needed stays. */
final class Quota {
  private final Path directory;
  private final long limit;
  private final Supplier<Set<String>> pinned;
  private long used;

  Quota(Path directory, long limit, Supplier<Set<String>> pinned) throws IOException {
    this.directory = directory;
    this.limit = limit;
    this.pinned = pinned;
    this.used = files().stream().mapToLong(Kept::size).sum();
  }

  private record Kept(Path path, long size, FileTime lastUsed) {
    String hash() {
      String name = String.valueOf(path.getFileName());
      return name.endsWith(ContentStore.PART)
          ? name.substring(0, name.length() - ContentStore.PART.length())
          : name;
    }
  }

  synchronized long used() {
    return used;
  }

  synchronized void release(long bytes) {
    used -= bytes;
  }

  /** Makes room, and counts it as taken. */
  synchronized void reserve(long bytes) throws IOException, ContentException {
    if (used + bytes > limit) {
      evict(used + bytes - limit);
    }
    if (used + bytes > limit) {
      throw new ContentException(
          "the controller keeps no more than "
              + Bytes.text(limit)
              + " of files, and jobs that are not over need what is there; wait for their end");
    }
    used += bytes;
  }

  private void evict(long bytes) throws IOException {
    Set<String> needed = pinned.get();
    long left = bytes;
    List<Kept> oldest = new ArrayList<>(files());
    oldest.sort(Comparator.comparing(Kept::lastUsed));
    for (Kept kept : oldest) {
      if (left > 0 && !needed.contains(kept.hash())) {
        Files.deleteIfExists(kept.path());
        used -= kept.size();
        left -= kept.size();
      }
    }
  }

  /** Not a walk, which fails where a file gets another name while it looks. */
  private List<Kept> files() throws IOException {
    List<Kept> files = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(directory, Files::isDirectory)) {
      for (Path folder : folders) {
        try (DirectoryStream<Path> inside =
            Files.newDirectoryStream(folder, Files::isRegularFile)) {
          for (Path path : inside) {
            kept(path).ifPresent(files::add);
          }
        }
      }
    }
    return files;
  }

  private static Optional<Kept> kept(Path path) throws IOException {
    try {
      BasicFileAttributes seen = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(new Kept(path, seen.size(), seen.lastModifiedTime()));
    } catch (NoSuchFileException e) {
      return Optional.empty(); // It has just become whole, and counts as what it was.
    }
  }
}
