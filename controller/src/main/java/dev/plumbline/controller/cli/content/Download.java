package dev.plumbline.controller.cli.content;

import dev.plumbline.controller.client.job.Jobs;
import dev.plumbline.controller.client.job.PlacedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings outputs of a job into a folder. A file appears there whole and checked, or not at all;
 * none is ever written outside of the folder, whatever it calls itself.
 */
public final class Download {
  private final Jobs jobs;
  private final Path folder;
  private final Progress progress;

  /**
   * @param folder is made if it is not there
   */
  public Download(Jobs jobs, Path folder, Progress progress) {
    this.jobs = jobs;
    this.folder = folder;
    this.progress = progress;
  }

  /**
   * A file that lies in the folder now.
   *
   * @param fetched false: it was there already
   */
  public record Fetched(PlacedFile file, boolean fetched) {}

  /**
   * Fetches files. Other files of their names are replaced.
   *
   * @throws ContentException if any cannot be had; those before it stay
   */
  public List<Fetched> fetch(List<PlacedFile> files) {
    List<String> outside =
        files.stream()
            .filter(file -> !staysInside(file.path()))
            .map(file -> "the output '" + file.path() + "' would lie outside of " + folder)
            .toList();
    if (!outside.isEmpty()) {
      throw new ContentException(outside);
    }
    long total = files.stream().mapToLong(file -> file.content().size()).sum();
    long done = 0;
    List<Fetched> fetched = new ArrayList<>();
    for (PlacedFile file : files) {
      try {
        fetched.add(new Fetched(file, fetch(file, done, total)));
      } catch (IOException | UncheckedIOException e) {
        throw new ContentException(
            "cannot write " + folder.resolve(file.path()) + ": " + e.getMessage());
      }
      done += file.content().size();
    }
    return fetched;
  }

  private static boolean staysInside(String path) {
    try {
      return !path.isEmpty()
          && !Path.of(path).isAbsolute()
          && List.of(path.split("/", -1)).stream()
              .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    } catch (InvalidPathException _) {
      return false;
    }
  }

  private boolean fetch(PlacedFile file, long before, long total) throws IOException {
    Path target = folder.resolve(file.path());
    makeParents(target);
    boolean there = isThere(target, file);
    if (!there) {
      Path unfinished = target.resolveSibling("." + target.getFileName() + ".unfinished");
      Files.deleteIfExists(unfinished);
      try {
        write(file, unfinished, before, total);
        Files.move(
            unfinished,
            target,
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(unfinished);
      }
    }
    if (file.executable()) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return !there;
  }

  /** A link among the folders could lead elsewhere. */
  private void makeParents(Path target) throws IOException {
    Files.createDirectories(folder);
    Path at = folder;
    for (Path part : folder.relativize(target)) {
      if (at.resolve(part).equals(target)) {
        return;
      }
      at = at.resolve(part);
      if (Files.isSymbolicLink(at)) {
        throw new ContentException(
            at
                + " is a link, and what is fetched stays inside of "
                + folder
                + " → remove the link, or fetch to another folder");
      }
      if (!Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(at);
      }
    }
  }

  private static boolean isThere(Path target, PlacedFile file) throws IOException {
    if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
        || Files.size(target) != file.content().size()) {
      return false;
    }
    MessageDigest digest = Hashes.begin();
    try (var in = new java.security.DigestInputStream(Files.newInputStream(target), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return Hashes.end(digest).equals(file.content().hash());
  }

  private void write(PlacedFile file, Path to, long before, long total) throws IOException {
    MessageDigest digest = Hashes.begin();
    long[] size = {0};
    try (FileChannel out =
        FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      jobs.get(
          file.content().hash(),
          piece -> {
            digest.update(piece.duplicate());
            size[0] += piece.remaining();
            try {
              while (piece.hasRemaining()) {
                out.write(piece);
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
            progress.at("fetching", before + size[0], total);
          });
      out.force(true);
    }
    if (size[0] != file.content().size() || !Hashes.end(digest).equals(file.content().hash())) {
      throw new ContentException(file.path() + " did not arrive as it was sent → fetch it again");
    }
  }
}
