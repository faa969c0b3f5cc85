package dev.plumbline.controller.cli;

import com.sun.security.auth.module.UnixSystem;
import dev.plumbline.inventory.InventoryFile;
import dev.plumbline.resources.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/**
 * Where the controller of an inventory keeps its state and answers.
 *
 * @param inventory the file that it belongs to
 * @param directory {@code .plumbline} beside the inventory, with every symbolic link resolved
 * @param socket the control socket
 */
record StatePlace(InventoryFile inventory, Path directory, Path socket) {
  /** A Unix socket's path is no longer, in bytes. */
  private static final int LONGEST = 107;

  private static final String PRIVATE = "rwx------";

  /** Nothing is created. */
  static StatePlace of(InventoryFile inventory, Map<String, String> environment) {
    Path beside;
    try {
      beside = inventory.directory().toRealPath();
    } catch (IOException e) {
      throw Trouble.of(
          "the directory of " + inventory.name() + " cannot be read: " + e.getMessage(), "", e);
    }
    Path directory = beside.resolve(".plumbline");
    String name = Secret.digestOf(directory.toString().getBytes(StandardCharsets.UTF_8));
    Path socket = runtime(environment).resolve(name.substring(0, 16) + ".sock");
    if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
      throw Trouble.of(
          "the path of the control socket is too long: " + socket,
          "set XDG_RUNTIME_DIR to a short path");
    }
    return new StatePlace(inventory, directory, socket);
  }

  private static Path runtime(Map<String, String> environment) {
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    if (!runtime.isBlank()) {
      return Path.of(runtime);
    }
    return uid() == 0 ? Path.of("/run/plumbline") : Path.of("/tmp/plumbline-" + uid());
  }

  private static long uid() {
    return new UnixSystem().getUid();
  }

  Path log() {
    return directory.resolve("controller.log");
  }

  /** Makes both directories, private to this user. */
  void create() {
    try {
      own(directory);
      Path runtime = socket.getParent();
      if (runtime != null) {
        own(runtime);
      }
    } catch (IOException e) {
      throw Trouble.of(
          "cannot make the controller's directories: " + e.getMessage(),
          "check who owns " + directory + " and " + socket.getParent(),
          e);
    }
  }

  private static void own(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE)));
    }
    // Somebody else's directory in /tmp must not catch our socket.
    int owner = (int) Files.getAttribute(directory, "unix:uid");
    if (owner != uid()) {
      throw new IOException(directory + " belongs to the user with uid " + owner);
    }
    if (!Files.getPosixFilePermissions(directory)
        .equals(PosixFilePermissions.fromString(PRIVATE))) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(PRIVATE));
    }
  }
}
