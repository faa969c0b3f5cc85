package dev.plumbline.agent.host.files;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.plumbline.agent.disk.AtomicFile;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.Files;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The file system of this machine. */
public final class PosixFiles implements Files {
  private static final int LONGEST_NAME = 255;

  @Override
  public Optional<FileStatus> status(Path path) throws Failure {
    try {
      PosixFileAttributes attributes =
          java.nio.file.Files.readAttributes(path, PosixFileAttributes.class, NOFOLLOW_LINKS);
      int mode = (Integer) java.nio.file.Files.getAttribute(path, "unix:mode", NOFOLLOW_LINKS);
      return Optional.of(
          new FileStatus(
              type(attributes),
              mode & 07777,
              attributes.owner().getName(),
              attributes.group().getName(),
              attributes.size()));
    } catch (IOException e) {
      if (absent(e)) {
        return Optional.empty();
      }
      throw FileTrouble.of("look at", path, e);
    }
  }

  private static FileStatus.Type type(PosixFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      return FileStatus.Type.FILE;
    }
    if (attributes.isDirectory()) {
      return FileStatus.Type.DIRECTORY;
    }
    return attributes.isSymbolicLink() ? FileStatus.Type.SYMLINK : FileStatus.Type.OTHER;
  }

  @Override
  public Optional<byte[]> read(Path path) throws Failure {
    try {
      // Opening a pipe would wait for somebody to write into it.
      FileStatus.Type type =
          type(java.nio.file.Files.readAttributes(path, PosixFileAttributes.class, NOFOLLOW_LINKS));
      if (type != FileStatus.Type.FILE) {
        throw new Failure(
            "cannot read " + path + ": it is a " + type.name().toLowerCase(Locale.ROOT),
            "look at it on the node (ls -la), and move it away if it should not be there");
      }
      return Optional.of(java.nio.file.Files.readAllBytes(path));
    } catch (IOException e) {
      if (absent(e)) {
        return Optional.empty();
      }
      throw FileTrouble.of("read", path, e);
    }
  }

  @Override
  public List<String> list(Path directory) throws Failure {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> entries = java.nio.file.Files.newDirectoryStream(directory)) {
      entries.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (DirectoryIteratorException e) {
      throw FileTrouble.of("list", directory, new IOException(e.getMessage(), e));
    } catch (IOException e) {
      throw FileTrouble.of("list", directory, e);
    }
    Collections.sort(names);
    return List.copyOf(names);
  }

  @Override
  public void write(Path path, byte[] content, int mode, String owner, String group)
      throws Failure {
    Path name = name(path);
    Path temporary = temporary(name);
    try (HeldDirectory directory = HeldDirectory.above(path)) {
      deleteIfExists(directory, temporary); // Of an agent that died while it wrote.
      try {
        directory.create(
            temporary,
            content,
            (held, file) -> Attributes.set(held, path, file, mode, owner, group));
        directory.rename(temporary, name);
      } catch (IOException | Failure e) {
        discard(directory, temporary, e);
        throw e;
      }
      AtomicFile.sync(Optional.ofNullable(path.getParent()).orElse(path));
    } catch (IOException e) {
      throw FileTrouble.of("write", path, e);
    }
  }

  /** Always the same name, so that what a dying agent leaves behind is found again. */
  private static Path temporary(Path name) {
    String hidden = "." + name + ".plumbline";
    return Path.of(
        hidden.length() <= LONGEST_NAME ? hidden : "." + hidden.hashCode() + ".plumbline");
  }

  private static Path name(Path path) {
    return Optional.ofNullable(path.getFileName()).orElse(path);
  }

  private static void discard(HeldDirectory directory, Path temporary, Exception cause) {
    try {
      deleteIfExists(directory, temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private static void deleteIfExists(HeldDirectory directory, Path name) throws IOException {
    try {
      directory.delete(name);
    } catch (NoSuchFileException e) {
      return; // That is what was wanted.
    }
  }

  @Override
  public void makeDirectory(Path path, int mode, String owner, String group) throws Failure {
    try (HeldDirectory above = HeldDirectory.above(path)) {
      java.nio.file.Files.createDirectory(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Attributes.set(above, path, name(path), mode, owner, group);
    } catch (IOException e) {
      throw FileTrouble.of("make the directory", path, e);
    }
  }

  @Override
  public void setMode(Path path, int mode) throws Failure {
    try (HeldDirectory above = HeldDirectory.above(path)) {
      Attributes.setMode(above, name(path), mode);
    } catch (IOException e) {
      throw FileTrouble.of("set the mode of", path, e);
    }
  }

  @Override
  public void setOwner(Path path, String owner, String group) throws Failure {
    try (HeldDirectory above = HeldDirectory.above(path)) {
      Attributes.setOwner(above, path, name(path), owner, group);
    } catch (IOException e) {
      throw FileTrouble.of("set the owner of", path, e);
    }
  }

  @Override
  public void remove(Path path) throws Failure {
    try (HeldDirectory above = HeldDirectory.above(path)) {
      deleteIfExists(above, name(path));
    } catch (IOException e) {
      if (!absent(e)) {
        throw FileTrouble.of("remove", path, e);
      }
    }
  }

  /** A path below something that is no directory has nothing at it either. */
  private static boolean absent(IOException e) {
    return e instanceof NoSuchFileException
        || e instanceof NotDirectoryException
        || (e instanceof java.nio.file.FileSystemException other
            && "Not a directory".equals(other.getReason()));
  }
}
