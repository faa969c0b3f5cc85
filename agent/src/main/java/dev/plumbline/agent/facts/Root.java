package dev.plumbline.agent.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file system as the kernel shows it.
 *
 * @param path on a node {@code /}
 */
record Root(Path path) {
  /** The text of a file without blanks around it; empty if there is no such file. */
  Optional<String> text(String file) throws IOException {
    try {
      return Optional.of(Files.readString(path.resolve(file)).strip());
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.empty();
    }
  }

  /** The lines of a file that must be there. */
  List<String> lines(String file) throws IOException {
    return Files.readAllLines(path.resolve(file));
  }

  /** The names in a directory, sorted; none if there is no such directory. */
  List<String> names(String directory) throws IOException {
    try (Stream<Path> entries = Files.list(path.resolve(directory))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    } catch (NoSuchFileException | NotDirectoryException e) {
      return List.of();
    }
  }

  /** Lines of the form {@code key=value}, quotes removed; as in os-release(5). */
  Map<String, String> assignments(String file) throws IOException {
    Map<String, String> found = new HashMap<>();
    for (String line : lines(file)) {
      int equals = line.indexOf('=');
      if (equals > 0 && !line.startsWith("#")) {
        String value = line.substring(equals + 1).strip();
        boolean quoted = value.length() >= 2 && (value.startsWith("\"") || value.startsWith("'"));
        found.put(
            line.substring(0, equals), quoted ? value.substring(1, value.length() - 1) : value);
      }
    }
    return found;
  }
}
