package dev.plumbline.agent.job.mpi;

import dev.plumbline.agent.disk.AtomicFile;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The program that mpirun starts instead of ssh. It is written in the Perl that is part of every
 * Debian and Ubuntu (perl-base is essential), which starts in a few milliseconds.
 */
public final class Shim {
  public static final Path INTERPRETER = Path.of("/usr/bin/perl");

  private Shim() {}

  /** How mpirun starts it: through its interpreter, because /run allows no programs. */
  public static String command(Path file) {
    return INTERPRETER + " " + file;
  }

  /** Writes it where every user can read it. */
  public static void write(Path file, Path socket) throws Failure {
    AtomicFile.write(
        file,
        text(socket).getBytes(StandardCharsets.UTF_8),
        written ->
            Files.setPosixFilePermissions(written, PosixFilePermissions.fromString("rw-r--r--")));
  }

  static String text(Path socket) {
    try (InputStream script = Shim.class.getResourceAsStream("shim.pl")) {
      if (script == null) {
        throw new IllegalStateException("the agent's jar lacks shim.pl");
      }
      return new String(script.readAllBytes(), StandardCharsets.UTF_8)
          .replace("@SOCKET@", socket.toString());
    } catch (IOException e) {
      throw new IllegalStateException("the agent's jar cannot be read", e);
    }
  }
}
