package dev.plumbline.inventory.connect;

import dev.plumbline.inventory.input.Inputs;
import dev.plumbline.resources.Checks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A file whose first line is a password, and that only its owner may read. */
public final class PasswordFile {
  private static final Set<PosixFilePermission> OWNER =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private PasswordFile() {}

  /**
   * What is wrong with the password files of a node. One that is not there is not wrong: it is
   * needed for first contact only.
   *
   * @param connect with absolute paths
   * @param inputs tells who may use them
   */
  public static List<Checks.Violation> check(Connect connect, Inputs inputs) {
    Checks checks = new Checks();
    connect.password().ifPresent(source -> check(source, "password", inputs, checks));
    connect.becomePassword().ifPresent(source -> check(source, "become_password", inputs, checks));
    return checks.violations();
  }

  /**
   * Reads the password.
   *
   * @throws IOException if the file cannot be read, or others may read it
   */
  public static String read(Path path) throws IOException {
    if (!OWNER.containsAll(Files.getPosixFilePermissions(path))) {
      throw new IOException(path + " may be read by others; chmod 600 " + path);
    }
    return Files.readString(path, StandardCharsets.UTF_8).lines().findFirst().orElse("");
  }

  private static void check(PasswordSource source, String component, Inputs inputs, Checks checks) {
    if (!(source instanceof PasswordSource.File file)) {
      return;
    }
    Path path = Path.of(file.path());
    try {
      checks.that(
          inputs.access(path).map(OWNER::containsAll).orElse(true),
          "password-file",
          component,
          path + " may be read by others; chmod 600 " + path);
    } catch (IOException e) {
      checks.that(false, "password-file", component, "cannot look at " + path + ": " + e);
    }
  }
}
