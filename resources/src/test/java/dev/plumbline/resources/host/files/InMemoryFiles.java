package dev.plumbline.resources.host.files;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.contract.InMemoryPort;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A file system in memory, with owners, modes and symbolic links. */
public final class InMemoryFiles implements Files, InMemoryPort {
  private final Map<Path, Node> nodes = new TreeMap<>();
  private final List<String> changes = new ArrayList<>();

  /** One char of content per byte. */
  private record Node(FileStatus.Type type, String content, int mode, String owner, String group) {
    FileStatus status() {
      return new FileStatus(type, mode, owner, group, content.length());
    }

    byte[] bytes() {
      return content.getBytes(StandardCharsets.ISO_8859_1);
    }
  }

  /** Only the root directory. */
  public InMemoryFiles() {
    nodes.put(Path.of("/"), new Node(FileStatus.Type.DIRECTORY, "", 0755, "root", "root"));
  }

  /** The directories of a Debian machine, and its {@code /etc/hosts}. */
  public static InMemoryFiles freshlyInstalled() {
    return new InMemoryFiles()
        .directory("/bin")
        .directory("/etc")
        .directory("/etc/ssh")
        .directory("/etc/sudoers.d")
        .directory("/home")
        .directory("/home/ubuntu")
        .directory("/root")
        .directory("/srv")
        .directory("/var")
        .file("/bin/bash", "")
        .file("/bin/sh", "")
        .file(
            "/etc/hosts",
            "127.0.0.1\tlocalhost\n127.0.1.1\tubuntu\n\n::1\tlocalhost ip6-localhost ip6-loopback\n");
  }

  /** Puts a directory of root there. */
  public InMemoryFiles directory(String path) {
    return put(path, FileStatus.Type.DIRECTORY, new byte[0], 0755, "root", "root");
  }

  /** Puts a file of root there, readable for all. */
  public InMemoryFiles file(String path, String content) {
    return file(path, content.getBytes(StandardCharsets.UTF_8), 0644, "root", "root");
  }

  public InMemoryFiles file(String path, byte[] content, int mode, String owner, String group) {
    return put(path, FileStatus.Type.FILE, content, mode, owner, group);
  }

  public InMemoryFiles symlink(String path) {
    return put(path, FileStatus.Type.SYMLINK, new byte[0], 0777, "root", "root");
  }

  /** Puts a device there. */
  public InMemoryFiles other(String path) {
    return put(path, FileStatus.Type.OTHER, new byte[0], 0600, "root", "root");
  }

  private InMemoryFiles put(
      String path, FileStatus.Type type, byte[] content, int mode, String owner, String group) {
    nodes.put(
        Path.of(path),
        new Node(type, new String(content, StandardCharsets.ISO_8859_1), mode, owner, group));
    return this;
  }

  /** The text of a file that must be there. */
  public String text(String path) {
    return new String(node(Path.of(path)).bytes(), StandardCharsets.UTF_8);
  }

  @Override
  public Optional<FileStatus> status(Path path) {
    return Optional.ofNullable(nodes.get(path)).map(Node::status);
  }

  @Override
  public Optional<byte[]> read(Path path) throws Failure {
    Node node = nodes.get(path);
    if (node == null) {
      return Optional.empty();
    }
    if (node.type() != FileStatus.Type.FILE) {
      throw new Failure("cannot read " + path + ": it is no file", "Look at it.");
    }
    return Optional.of(node.bytes());
  }

  @Override
  public List<String> list(Path directory) {
    return nodes.keySet().stream()
        .filter(path -> directory.equals(path.getParent()))
        .map(path -> String.valueOf(path.getFileName()))
        .sorted()
        .toList();
  }

  @Override
  public void write(Path path, byte[] content, int mode, String owner, String group)
      throws Failure {
    needsParent(path);
    put(path.toString(), FileStatus.Type.FILE, content, mode, owner, group);
    changes.add("write " + path);
  }

  @Override
  public void makeDirectory(Path path, int mode, String owner, String group) throws Failure {
    needsParent(path);
    put(path.toString(), FileStatus.Type.DIRECTORY, new byte[0], mode, owner, group);
    changes.add("makeDirectory " + path);
  }

  @Override
  public void setMode(Path path, int mode) {
    Node node = node(path);
    nodes.put(path, new Node(node.type(), node.content(), mode, node.owner(), node.group()));
    changes.add(String.format("setMode %s %04o", path, mode));
  }

  /** Clears setuid and setgid, as chown(2) does. */
  @Override
  public void setOwner(Path path, String owner, String group) {
    Node node = node(path);
    nodes.put(path, new Node(node.type(), node.content(), node.mode() & 01777, owner, group));
    changes.add("setOwner " + path + " " + owner + " " + group);
  }

  @Override
  public void remove(Path path) throws Failure {
    if (!list(path).isEmpty()) {
      throw new Failure("cannot remove " + path + ": it is not empty", "Empty it.");
    }
    if (nodes.remove(path) != null) {
      changes.add("remove " + path);
    }
  }

  @Override
  public List<String> changes() {
    return List.copyOf(changes);
  }

  private Node node(Path path) {
    Node node = nodes.get(path);
    if (node == null) {
      throw new AssertionError("nothing is at " + path);
    }
    return node;
  }

  private void needsParent(Path path) throws Failure {
    Node parent = nodes.get(path.getParent());
    if (parent == null || parent.type() != FileStatus.Type.DIRECTORY) {
      throw new Failure("cannot make " + path + ": no such directory", "Make it.");
    }
  }
}
