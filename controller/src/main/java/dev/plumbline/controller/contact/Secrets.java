package dev.plumbline.controller.contact;

import dev.plumbline.inventory.connect.PasswordSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Fetches passwords from where the inventory says that they are. */
final class Secrets {
  private static final Set<PosixFilePermission> OWN =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Map<String, String> environment;

  Secrets(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The password, or empty if a person must be asked.
   *
   * @param key what the inventory calls it, for messages: {@code become_password}
   */
  Optional<String> fetch(String key, PasswordSource source) throws ContactException {
    return switch (source) {
      case PasswordSource.Ask _ -> Optional.empty();
      case PasswordSource.Environment variable -> Optional.of(fromEnvironment(key, variable));
      case PasswordSource.File file -> Optional.of(fromFile(key, Path.of(file.path())));
    };
  }

  private String fromEnvironment(String key, PasswordSource.Environment variable)
      throws ContactException {
    String value = environment.get(variable.name());
    if (value == null) {
      throw ContactException.wrong(
          key + " names the environment variable " + variable.name() + ", which is not set",
          "set it, or change " + key);
    }
    return value;
  }

  private static String fromFile(String key, Path file) throws ContactException {
    try {
      if (!OWN.containsAll(Files.getPosixFilePermissions(file))) {
        throw ContactException.wrong(
            key + " names " + file + ", which others may read", "run 'chmod 0600 " + file + "'");
      }
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (NoSuchFileException e) {
      throw ContactException.wrong(
          key + " names " + file + ", which does not exist", "write the password to that file");
    } catch (IOException e) {
      throw ContactException.wrong(
          key + " names " + file + ", which cannot be read: " + e.getMessage(),
          "check the file and its owner");
    }
  }
}
