package dev.plumbline.inventory;

import java.nio.file.Path;
import java.util.Map;

/**
 * Who reads an inventory, and where.
 *
 * @param directory the working directory, absolute
 * @param home what {@code ~} stands for, absolute
 * @param environment what {@code ${env.NAME}} stands for
 */
public record Caller(Path directory, Path home, Map<String, String> environment) {
  public Caller {
    environment = Map.copyOf(environment);
  }

  /** This process. */
  public static Caller current() {
    Map<String, String> environment = System.getenv();
    String home = environment.getOrDefault("HOME", System.getProperty("user.home", "/"));
    return new Caller(Path.of("").toAbsolutePath(), Path.of(home).toAbsolutePath(), environment);
  }

  /**
   * The path that a text means: {@code ~/} is the home, a relative path starts at the base.
   *
   * @throws java.nio.file.InvalidPathException if no path can be written so
   */
  public Path resolve(Path base, String text) {
    if (text.equals("~")) {
      return home;
    }
    return text.startsWith("~/")
        ? home.resolve(text.substring(2)).normalize()
        : base.resolve(text).normalize();
  }
}
