package dev.plumbline.lab.node;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** SSH to the nodes of one lab without a question: password and host keys in files of the lab. */
public final class Access {
  /** The user of a fresh node; its password is its name. */
  public static final String USER = "ubuntu";

  private final Path directory;

  /**
   * @param directory the lab's own in the state directory
   */
  public Access(Path directory) {
    this.directory = directory;
  }

  public Path password() {
    return directory.resolve("password");
  }

  public Path knownHosts() {
    return directory.resolve("known_hosts");
  }

  /**
   * Writes the files.
   *
   * @param hostKeys lines of known_hosts
   */
  public void prepare(List<String> hostKeys) {
    write(password(), USER + "\n", "rw-------");
    write(askpass(), "#!/bin/sh\nexec cat '" + password() + "'\n", "rwx------");
    write(knownHosts(), String.join("\n", hostKeys) + "\n", "rw-------");
  }

  /**
   * @param command what to run there, as words; none for a login
   */
  public Command ssh(String address, boolean terminal, List<String> command) {
    List<String> words = new ArrayList<>(List.of("ssh", "-F", "/dev/null"));
    words.addAll(List.of("-o", "UserKnownHostsFile=" + knownHosts()));
    words.addAll(List.of("-o", "GlobalKnownHostsFile=/dev/null"));
    words.addAll(List.of("-o", "StrictHostKeyChecking=yes", "-o", "NumberOfPasswordPrompts=1"));
    words.addAll(List.of("-o", "PreferredAuthentications=password,publickey"));
    words.addAll(List.of("-o", "LogLevel=ERROR", "-o", "ConnectTimeout=10"));
    words.add(terminal ? "-t" : "-T");
    words.add(USER + "@" + address);
    if (!command.isEmpty()) {
      words.add("--");
      words.addAll(command);
    }
    return Command.of(words)
        .with("SSH_ASKPASS", askpass().toString())
        .with("SSH_ASKPASS_REQUIRE", "force")
        .with("DISPLAY", "none");
  }

  private Path askpass() {
    return directory.resolve("askpass");
  }

  private static void write(Path file, String text, String mode) {
    var permissions = PosixFilePermissions.fromString(mode);
    try {
      Files.deleteIfExists(file);
      Files.createFile(file, PosixFilePermissions.asFileAttribute(permissions));
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new LabProblem("cannot write " + file + ": " + e.getMessage(), e);
    }
  }
}
