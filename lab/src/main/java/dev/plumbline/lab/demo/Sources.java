package dev.plumbline.lab.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where a set of data may come from: {@code PLUMBLINE_DATA} names a folder with a folder for each
 * set; else that of an earlier time; else a public home.
 *
 * @param told hears in a line what is fetched, and why something cannot be had
 */
record Sources(Optional<Path> given, Cache cache, Home home, Consumer<String> told) {
  static Sources of(Map<String, String> environment, Home home, Consumer<String> told) {
    Optional<Path> given =
        Optional.ofNullable(environment.get("PLUMBLINE_DATA"))
            .filter(text -> !text.isBlank())
            .map(text -> Path.of(text).toAbsolutePath());
    return new Sources(given, Cache.of(environment), home, told);
  }

  /**
   * A folder with a set of data.
   *
   * @param instead what happens where it cannot be had, for people
   */
  Optional<Path> find(DataSet set, String instead) {
    return given
        .map(folder -> folder.resolve(set.name()))
        .filter(Files::isDirectory)
        .or(() -> cache.find(set.name()))
        .or(() -> fetch(set, instead));
  }

  private Optional<Path> fetch(DataSet set, String instead) {
    told.accept("%s: fetched from a public home, %s, once.".formatted(set.title(), set.size()));
    Map<String, byte[]> files;
    try {
      files = set.fetch(home);
    } catch (IOException e) {
      told.accept("That cannot be had (" + e.getMessage() + "): " + instead + ".");
      return Optional.empty();
    }
    return Optional.of(cache.keep(set.name(), folder -> set.writing().write(files, folder)));
  }
}
