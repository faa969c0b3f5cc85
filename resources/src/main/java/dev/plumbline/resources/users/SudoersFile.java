package dev.plumbline.resources.users;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.Files;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Our file of sudo rules for one user. */
final class SudoersFile {
  static final String ATTRIBUTES = "root root 0440";
  private static final int MODE = 0440;
  private static final Path DIRECTORY = Path.of("/etc/sudoers.d");

  private final Files files;
  private final Path path;

  SudoersFile(Files files, String user) {
    this.files = files;
    // sudo passes over files with a dot in their name.
    this.path = DIRECTORY.resolve("plumbline-" + user.replace(".", "%2e"));
  }

  static String content(String user, SudoRule rule) {
    return "# Written by Plumbline.\n" + user + " " + rule.rule() + "\n";
  }

  Optional<UserObservation.Sudoers> read() throws Failure {
    Optional<FileStatus> status = files.status(path);
    if (status.isEmpty()) {
      return Optional.empty();
    }
    if (status.get().type() != FileStatus.Type.FILE) {
      throw new Failure(path + " is not a file", "Remove it.");
    }
    byte[] content =
        files
            .read(path)
            .orElseThrow(() ->
                new Failure(
                    path + " went away while it was read", "Try again when it is settled."));
    return Optional.of(
        new UserObservation.Sudoers(
            new String(content, StandardCharsets.UTF_8),
            status.get().owner()
                + " "
                + status.get().group()
                + String.format(" %04o", status.get().mode())));
  }

  void write(String content) throws Failure {
    if (files.status(DIRECTORY).isEmpty()) {
      throw new Failure(
          "there is no " + DIRECTORY + ": sudo is not installed", "Add sudo to 'packages'.");
    }
    files.write(path, content.getBytes(StandardCharsets.UTF_8), MODE, "root", "root");
  }

  void remove() throws Failure {
    files.remove(path);
  }
}
