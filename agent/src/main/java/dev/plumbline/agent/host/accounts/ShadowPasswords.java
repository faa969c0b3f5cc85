package dev.plumbline.agent.host.accounts;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Passwords;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads shadow(5). */
public final class ShadowPasswords implements Passwords {
  private final Path file;

  /**
   * @param directory where shadow is, on a node {@code /etc}
   */
  public ShadowPasswords(Path directory) {
    this.file = directory.resolve("shadow");
  }

  @Override
  public Optional<String> hash(String user) throws Failure {
    try {
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
          .map(line -> line.split(":", -1))
          .filter(field -> field.length > 1 && field[0].equals(user))
          .map(field -> field[1])
          .findFirst();
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    }
  }
}
