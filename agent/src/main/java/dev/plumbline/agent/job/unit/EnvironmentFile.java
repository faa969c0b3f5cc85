package dev.plumbline.agent.job.unit;

import dev.plumbline.agent.disk.AtomicFile;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Brings an environment to systemd, which reads it when it starts the program. Properties of a unit
 * can be read by everybody; this file only by root, and it is there for that moment only.
 */
final class EnvironmentFile implements AutoCloseable {
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern ESCAPED = Pattern.compile("[\"\\\\`$]");

  /** Also one that was not finished. */
  private static final Pattern LEFT =
      Pattern.compile("\\.?plumbline-(job|orted)-.*\\.service\\.env(\\.plumbline)?");

  private final Path file;

  private EnvironmentFile(Path file) {
    this.file = file;
  }

  static EnvironmentFile write(Path file, Map<String, String> environment) throws Failure {
    AtomicFile.write(file, text(environment).getBytes(StandardCharsets.UTF_8));
    return new EnvironmentFile(file);
  }

  /** Removes what an agent that died in this moment left behind: it holds secrets. */
  static void removeLeft(Path directory) throws Failure {
    if (!Files.isDirectory(directory)) {
      return;
    }
    try (DirectoryStream<Path> left =
        Files.newDirectoryStream(
            directory, file -> LEFT.matcher(String.valueOf(file.getFileName())).matches())) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw FileTrouble.of("clear", directory, e);
    }
  }

  /** As systemd.exec(5) reads it: in double quotes, with backslashes. */
  static String text(Map<String, String> environment) throws Failure {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
      if (!NAME.matcher(variable.getKey()).matches() || variable.getValue().indexOf('\0') >= 0) {
        throw new Failure(
            "'" + variable.getKey() + "' cannot be a variable of the environment",
            "use letters, digits and '_' for its name, and no zero byte in its value");
      }
      text.append(variable.getKey())
          .append("=\"")
          .append(ESCAPED.matcher(variable.getValue()).replaceAll("\\\\$0"))
          .append("\"\n");
    }
    return text.toString();
  }

  Path path() {
    return file;
  }

  @Override
  public void close() throws Failure {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw FileTrouble.of("remove", file, e);
    }
  }
}
