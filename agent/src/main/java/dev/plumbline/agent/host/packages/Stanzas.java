package dev.plumbline.agent.host.packages;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads files of stanzas, one for each package, with an empty line between them (deb822(5)). */
final class Stanzas {
  private Stanzas() {}

  /**
   * Reads all stanzas.
   *
   * @param fields the fields that are wanted; only their first lines are kept
   * @param stanza receives the wanted fields of one stanza; the map is used again for the next
   */
  static void read(BufferedReader reader, Set<String> fields, Consumer<Map<String, String>> stanza)
      throws IOException {
    Map<String, String> found = new HashMap<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (line.isEmpty()) {
        end(found, stanza);
        continue;
      }
      int colon = line.indexOf(':');
      if (colon > 0 && !Character.isWhitespace(line.charAt(0))) {
        String field = line.substring(0, colon);
        if (fields.contains(field)) {
          found.put(field, line.substring(colon + 1).strip());
        }
      }
    }
    end(found, stanza);
  }

  private static void end(Map<String, String> found, Consumer<Map<String, String>> stanza) {
    if (!found.isEmpty()) {
      stanza.accept(found);
      found.clear();
    }
  }
}
