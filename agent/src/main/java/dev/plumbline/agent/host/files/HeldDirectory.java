package dev.plumbline.agent.host.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * A directory that is held open while something in it is changed. On the way to it no symbolic link
 * is followed that anybody but root could have made: a user who swaps {@code ~/.ssh} for a link at
 * the right moment gets a failure, and not a file of root's.
 */
final class HeldDirectory implements AutoCloseable {
  private static final int MOST_LINKS = 40; // as the kernel, path_resolution(7)
  private static final Set<PosixFilePermission> OTHERS_WRITE =
      Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private final Path path;
  private final SecureDirectoryStream<Path> entries;
  private final boolean trusted;

  /**
   * @param trusted whether only root can say what the names on the way to here, and the names in
   *     here, stand for
   */
  private HeldDirectory(Path path, SecureDirectoryStream<Path> entries, boolean trusted) {
    this.path = path;
    this.entries = entries;
    this.trusted = trusted;
  }

  /** Opens the directory that a path lies in. */
  static HeldDirectory above(Path path) throws IOException, Failure {
    return open(Optional.ofNullable(path.getParent()).orElse(path), MOST_LINKS);
  }

  private static HeldDirectory open(Path directory, int links) throws IOException, Failure {
    Path root = Optional.ofNullable(directory.getRoot()).orElseThrow();
    HeldDirectory at = new HeldDirectory(root, secure(root), true);
    at = at.judged(Files.readAttributes(root, PosixFileAttributes.class));
    for (int i = 0; i < directory.getNameCount(); i++) {
      Path name = directory.getName(i);
      try (HeldDirectory above = at) {
        PosixFileAttributes attributes = above.view(name).readAttributes();
        if (attributes.isSymbolicLink()) {
          Path rest = directory.subpath(i, directory.getNameCount());
          return open(above.linked(rest, links), links - 1);
        }
        at =
            new HeldDirectory(
                    above.path.resolve(name),
                    above.entries.newDirectoryStream(name, NOFOLLOW_LINKS),
                    above.trusted)
                .judged(attributes);
      }
    }
    return at;
  }

  @SuppressWarnings("StreamResourceLeak") // The held directory closes it.
  private static SecureDirectoryStream<Path> secure(Path directory) throws IOException {
    DirectoryStream<Path> stream = Files.newDirectoryStream(directory);
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return secure;
    }
    stream.close();
    throw new IOException("this Java cannot hold directories open");
  }

  /** Where a path leads whose first name is a link in here. */
  private Path linked(Path rest, int links) throws IOException, Failure {
    Path link = path.resolve(rest.getName(0));
    if (!trusted) {
      throw new Failure(
          link + " is a symbolic link that others than root can change; it is not followed",
          "put a directory in its place, or name the path that it leads to");
    }
    if (links == 0) {
      throw new FileSystemLoopException(link.toString());
    }
    Path target = path.resolve(Files.readSymbolicLink(link)).normalize();
    return rest.getNameCount() == 1 ? target : target.resolve(rest.subpath(1, rest.getNameCount()));
  }

  private HeldDirectory judged(PosixFileAttributes attributes) {
    String owner = attributes.owner().getName();
    boolean ours = owner.equals("root") || owner.equals(System.getProperty("user.name"));
    boolean closed = attributes.permissions().stream().noneMatch(OTHERS_WRITE::contains);
    return new HeldDirectory(path, entries, trusted && ours && closed);
  }

  /** The attributes of something in here; of a link itself. */
  PosixFileAttributeView view(Path name) {
    return entries.getFileAttributeView(name, PosixFileAttributeView.class, NOFOLLOW_LINKS);
  }

  /** Gives a file its owner and mode. */
  @FunctionalInterface
  interface Finish {
    void finish(HeldDirectory directory, Path name) throws IOException, Failure;
  }

  /** Makes a file that is not there yet, and puts it on the disk; it has mode 0600 until then. */
  void create(Path name, byte[] content, Finish finish) throws IOException, Failure {
    try (FileChannel channel =
        (FileChannel)
            entries.newByteChannel(
                name,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rw-------")))) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      finish.finish(this, name);
      channel.force(true);
    }
  }

  /**
   * Sets all bits of a mode. Java names setuid, setgid and sticky by path only, and a path could
   * lead elsewhere by now; that of an open file in /proc cannot.
   */
  void setMode(Path name, int mode) throws IOException {
    try (SeekableByteChannel held =
            entries.newByteChannel(name, Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS));
        DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
      Object wanted = view(name).readAttributes().fileKey();
      for (Path descriptor : open) {
        if (held.isOpen() && wanted.equals(fileKey(descriptor))) {
          Files.setAttribute(descriptor, "unix:mode", mode);
          return;
        }
      }
    }
    throw new FileSystemException(
        path.resolve(name).toString(), null, "it changed while its mode was set");
  }

  private static Object fileKey(Path descriptor) throws IOException {
    try {
      return Files.readAttributes(descriptor, PosixFileAttributes.class).fileKey();
    } catch (NoSuchFileException e) {
      return descriptor; // Closed meanwhile, or no file.
    }
  }

  /** Puts one entry in the place of another. */
  void rename(Path from, Path to) throws IOException {
    entries.move(from, entries, to);
  }

  void delete(Path name) throws IOException {
    if (view(name).readAttributes().isDirectory()) {
      entries.deleteDirectory(name);
    } else {
      entries.deleteFile(name);
    }
  }

  @Override
  public void close() throws IOException {
    entries.close();
  }
}
