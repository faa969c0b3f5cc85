package dev.plumbline.agent.job.spark;

import dev.plumbline.agent.disk.AtomicFile;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Brings secrets into the environment of a driver: Docker keeps on its disk what it is told of a
 * container's. This file lies in memory, for the job's user and as long as the driver.
 */
public final class SecretsFile {
  private static final String INSIDE = "/run/plumbline/secrets";
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private final Path directory;
  private final Path file;

  /**
   * @param directory in memory, for root only
   */
  SecretsFile(Path directory, String job) {
    this.directory = directory;
    this.file = directory.resolve("job-" + job + ".secrets");
  }

  /** What mounts it into a container. */
  String volume() {
    return file + ":" + INSIDE + ":ro";
  }

  /** Words before those of a program, in the container: the program gets the environment. */
  static List<String> loader() {
    return List.of("/bin/sh", "-c", ". \"$0\"; exec \"$@\"", INSIDE);
  }

  void write(Accounts.User user, Map<String, String> secrets) throws Failure {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw FileTrouble.of("make", directory, e);
    }
    AtomicFile.write(
        file,
        text(secrets).getBytes(StandardCharsets.UTF_8),
        made -> Files.setAttribute(made, "unix:uid", Math.toIntExact(user.uid())));
  }

  void remove() throws Failure {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw FileTrouble.of("remove", file, e);
    }
  }

  /** For a shell (POSIX, 2.2.2): between single quotes every character stands for itself. */
  static String text(Map<String, String> secrets) throws Failure {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> secret : new TreeMap<>(secrets).entrySet()) {
      if (!NAME.matcher(secret.getKey()).matches()) {
        throw new Failure(
            "'" + secret.getKey() + "' cannot be a variable of the environment",
            "use letters, digits and '_' for the name of a secret");
      }
      text.append("export ")
          .append(secret.getKey())
          .append("='")
          .append(secret.getValue().replace("'", "'\\''"))
          .append("'\n");
    }
    return text.toString();
  }
}
