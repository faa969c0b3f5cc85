package dev.plumbline.agent.job;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.order.Input;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * The folder of a job. Its user passes and reads it, and writes {@code outputs} and {@code work}
 * only.
 */
record Folder(Path top) {
  Path state() {
    return top.resolve("job.json");
  }

  Path log() {
    return top.resolve("log");
  }

  Path orteds() {
    return top.resolve("orted.log");
  }

  Path inputs() {
    return top.resolve("inputs");
  }

  /** What the job's texts mean by the name of an input: its folder, or its only file. */
  Path input(Input input) {
    Path folder = inputs().resolve(input.name());
    return input.folder() ? folder : folder.resolve(input.files().getFirst().path());
  }

  Path outputs() {
    return top.resolve("outputs");
  }

  Path work() {
    return top.resolve("work");
  }

  /** The class path of a Java program. */
  Path program() {
    return top.resolve("program");
  }

  Path hostfile() {
    return top.resolve("hostfile");
  }

  /** What ssh starts instead of orted. */
  Path launcher() {
    return top.resolve("launcher");
  }

  /** Makes what is missing of it. */
  void make(Accounts.User user) throws Failure {
    try {
      Files.createDirectories(top);
      own(top, 0, user.gid(), "rwxr-x---");
      for (Path directory : List.of(inputs(), program())) {
        Files.createDirectories(directory);
      }
      for (Path directory : List.of(outputs(), work())) {
        Files.createDirectories(directory);
        own(directory, user.uid(), user.gid(), "rwxr-x---");
      }
      for (Path log : List.of(log(), orteds())) {
        createFile(log);
      }
    } catch (IOException e) {
      throw FileTrouble.of("make", top, e);
    }
  }

  private static void createFile(Path file) throws IOException {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      return; // Of an earlier try.
    }
  }

  private static void own(Path path, long uid, long gid, String mode) throws IOException {
    Files.setAttribute(path, "unix:uid", (int) uid, LinkOption.NOFOLLOW_LINKS);
    Files.setAttribute(path, "unix:gid", (int) gid, LinkOption.NOFOLLOW_LINKS);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
  }

  /** Lets the user pass the directories that were made for the inputs and the program. */
  void share() throws Failure {
    for (Path top : List.of(inputs(), program())) {
      try (var all = Files.walk(top)) {
        for (Path each : all.filter(Files::isDirectory).toList()) {
          Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
      } catch (IOException e) {
        throw FileTrouble.of("share", top, e);
      }
    }
  }

  /** The bytes of the log. */
  long logSize() throws Failure {
    try {
      return Files.exists(log()) ? Files.size(log()) : 0;
    } catch (IOException e) {
      throw FileTrouble.of("read", log(), e);
    }
  }
}
