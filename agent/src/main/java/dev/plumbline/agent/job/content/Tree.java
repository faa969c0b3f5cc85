package dev.plumbline.agent.job.content;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A folder that belongs to a user, read by root. No symbolic link is followed on any part of a
 * path, also if the user puts one there in this moment: a link to a file that only root can read
 * would else bring that file out.
 */
final class Tree {
  private final Path top;

  /** A file, or a link, which is listed and cannot be opened. */
  record Entry(String path, boolean link, boolean executable) {}

  Tree(Path top) {
    this.top = top;
  }

  List<Entry> entries() throws Failure {
    List<Entry> entries = new ArrayList<>();
    try (SecureDirectoryStream<Path> directory = open()) {
      list(directory, "", entries);
    } catch (IOException e) {
      throw FileTrouble.of("read", top, e);
    }
    entries.sort(Comparator.comparing(Entry::path));
    return entries;
  }

  private static void list(SecureDirectoryStream<Path> directory, String prefix, List<Entry> found)
      throws IOException {
    for (Path each : directory) {
      Path name = each.getFileName();
      PosixFileAttributes attributes = attributes(directory, name);
      if (attributes.isDirectory()) {
        try (SecureDirectoryStream<Path> below =
            directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
          list(below, prefix + name + "/", found);
        }
      } else if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
        found.add(
            new Entry(
                prefix + name,
                attributes.isSymbolicLink(),
                attributes.permissions().contains(PosixFilePermission.OWNER_EXECUTE)));
      }
    }
  }

  private static PosixFileAttributes attributes(SecureDirectoryStream<Path> directory, Path name)
      throws IOException {
    return directory
        .getFileAttributeView(name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .readAttributes();
  }

  /** Opens a file for reading. */
  SeekableByteChannel open(String path) throws IOException {
    List<String> parts = List.of(path.split("/"));
    SecureDirectoryStream<Path> at = open();
    try {
      for (String part : parts.subList(0, parts.size() - 1)) {
        SecureDirectoryStream<Path> below =
            at.newDirectoryStream(Path.of(part), LinkOption.NOFOLLOW_LINKS);
        at.close();
        at = below;
      }
      Path name = Path.of(parts.getLast());
      if (!attributes(at, name).isRegularFile()) {
        throw new IOException("it is no regular file any more");
      }
      return at.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    } finally {
      at.close();
    }
  }

  /** The caller closes it. */
  @SuppressWarnings("StreamResourceLeak")
  private SecureDirectoryStream<Path> open() throws IOException {
    DirectoryStream<Path> stream = Files.newDirectoryStream(top);
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return secure;
    }
    stream.close();
    throw new IOException("this file system cannot be read safely");
  }
}
