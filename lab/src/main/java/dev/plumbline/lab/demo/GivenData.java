package dev.plumbline.lab.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the user has already: {@code PLUMBLINE_DATA} names a folder with a folder for each job. */
final class GivenData {
  private GivenData() {}

  static Optional<Path> folder(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get("PLUMBLINE_DATA"))
        .filter(text -> !text.isBlank())
        .map(text -> Path.of(text, name).toAbsolutePath())
        .filter(Files::isDirectory);
  }
}
