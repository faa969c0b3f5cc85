package dev.plumbline.controller.cli;

import dev.plumbline.inventory.Inventory;
import dev.plumbline.inventory.InventoryFile;
import dev.plumbline.inventory.Node;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Collectors;

/**
 * A copy of an inventory and of all that lies beside it, in a temporary directory, with an {@code
 * inventory.local.yaml} like the one that a lab writes.
 */
final class Stage implements AutoCloseable {
  private final Path directory;
  private final Path inventory;

  private Stage(Path directory, Path inventory) {
    this.directory = directory;
    this.inventory = inventory;
  }

  static Stage of(Inventory original) throws IOException {
    Path directory = Files.createTempDirectory("plumb");
    Path from = original.file().directory();
    Stage stage = new Stage(directory, directory.resolve(from.relativize(original.file().path())));
    copy(from, directory);
    Path password = directory.resolve("password");
    Files.createFile(
        password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        directory.resolve(InventoryFile.LOCAL_NAME),
        original.nodes().stream()
            .map(node -> connect(node, password))
            .collect(Collectors.joining("", "nodes:\n", "")));
    return stage;
  }

  private static String connect(Node node, Path password) {
    return """
      %s:
        connect:
          address: 127.0.0.1
          port: 22
          user: ubuntu
          identity: null
          password: "file:%s"
          become_password: "file:%s"
          known_hosts: "%s.hosts"
    """
        .formatted(node.name(), password, password, password);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            if (!folder.equals(from) && isHidden(folder)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile() && !isHidden(file)) {
              Files.copy(file, to.resolve(from.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  Path inventory() {
    return inventory;
  }

  @Override
  public void close() throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path folder, @org.jspecify.annotations.Nullable IOException trouble)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
