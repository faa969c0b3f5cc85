package dev.plumbline.lab.kinds;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.Files;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Optional;

/**
 * The files of a node. What is read is read from outside; what is changed is changed by programs in
 * the node, because a path from outside, {@code /proc/PID/root/…}, leads to this machine's own
 * files as soon as somebody resolves it link by link.
 *
 * @param root where the node's root is on this machine
 */
record NodeFiles(LabNode node, Path root) implements Files {
  private Path at(Path path) {
    return root.resolve(path.toString().substring(1));
  }

  @Override
  public Optional<FileStatus> status(Path path) throws Failure {
    try {
      PosixFileAttributes attributes =
          java.nio.file.Files.readAttributes(
              at(path), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      int mode =
          (Integer)
              java.nio.file.Files.getAttribute(at(path), "unix:mode", LinkOption.NOFOLLOW_LINKS);
      return Optional.of(
          new FileStatus(
              attributes.isDirectory() ? FileStatus.Type.DIRECTORY : FileStatus.Type.FILE,
              mode & 07777,
              attributes.owner().getName(),
              attributes.group().getName(),
              attributes.size()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new Failure("cannot look at " + path, "look at it", e);
    }
  }

  @Override
  public Optional<byte[]> read(Path path) throws Failure {
    try {
      return Optional.of(java.nio.file.Files.readAllBytes(at(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new Failure("cannot read " + path, "look at it", e);
    }
  }

  @Override
  public List<String> list(Path directory) throws Failure {
    return status(directory).isEmpty()
        ? List.of()
        : inside("", "ls", "-A", directory.toString()).lines().toList();
  }

  @Override
  public void write(Path path, byte[] content, int mode, String owner, String group)
      throws Failure {
    inside(
        new String(content, StandardCharsets.UTF_8),
        "install",
        "--mode=%o".formatted(mode),
        "--owner=" + owner,
        "--group=" + group,
        "/dev/stdin",
        path.toString());
  }

  @Override
  public void makeDirectory(Path path, int mode, String owner, String group) throws Failure {
    inside("", "install", "--directory", "--mode=%o".formatted(mode), path.toString());
  }

  @Override
  public void setMode(Path path, int mode) throws Failure {
    inside("", "chmod", "%o".formatted(mode), path.toString());
  }

  @Override
  public void setOwner(Path path, String owner, String group) throws Failure {
    inside("", "chown", owner + ":" + group, path.toString());
  }

  @Override
  public void remove(Path path) throws Failure {
    inside("", "rm", "--force", path.toString());
  }

  private String inside(String input, String... words) throws Failure {
    Command command = node.container().inside(List.of(words)).reading(input);
    Finished finished = command.run();
    if (!finished.ok()) {
      throw new Failure(finished.lastWords(), "look at it");
    }
    return finished.out();
  }
}
