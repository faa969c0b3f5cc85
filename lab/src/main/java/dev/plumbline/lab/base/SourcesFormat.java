package dev.plumbline.lab.base;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads apt's two formats of sources, see sources.list(5). */
final class SourcesFormat {
  private static final Pattern ONE_LINE =
      Pattern.compile("deb\\s+(?:\\[([^\\]]*)\\]\\s+)?(\\S+)\\s+(\\S+)\\s*(.*)");
  private static final List<String> OWN_FIELDS =
      List.of("types", "uris", "suites", "components", "enabled");

  private SourcesFormat() {}

  /** The format of sources.list and *.list. */
  static List<AptSource> oneLine(String text) {
    List<AptSource> sources = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      Matcher source = ONE_LINE.matcher(line.replaceFirst("#.*", "").strip());
      if (source.matches()) {
        sources.add(
            new AptSource(
                List.of(source.group(2)),
                List.of(source.group(3)),
                words(source.group(4)),
                options(source.group(1) == null ? "" : source.group(1))));
      }
    }
    return sources;
  }

  /** The format of *.sources. */
  static List<AptSource> deb822(String text) {
    String bare =
        text.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
    List<AptSource> sources = new ArrayList<>();
    for (String stanza : bare.split("\n[ \t]*\n", -1)) {
      Map<String, String> fields = fields(stanza);
      if (words(fields.getOrDefault("types", "")).contains("deb")
          && !fields.getOrDefault("enabled", "yes").equals("no")) {
        sources.add(
            new AptSource(
                words(fields.getOrDefault("uris", "")),
                words(fields.getOrDefault("suites", "")),
                words(fields.getOrDefault("components", "")),
                others(fields)));
      }
    }
    return sources;
  }

  private static Map<String, String> fields(String stanza) {
    Map<String, String> fields = new TreeMap<>();
    String name = "";
    for (String line : stanza.split("\n", -1)) {
      int colon = line.indexOf(':');
      if (line.startsWith(" ") || line.startsWith("\t")) {
        fields.merge(name, "\n" + line, String::concat);
      } else if (colon > 0) {
        name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        fields.put(name, line.substring(colon + 1).strip());
      }
    }
    return fields;
  }

  private static Map<String, String> others(Map<String, String> fields) {
    Map<String, String> others = new TreeMap<>();
    fields.forEach((name, value) -> {
      if (!OWN_FIELDS.contains(name)) {
        others.put(capitalised(name), value);
      }
    });
    return others;
  }

  /** {@code [arch=amd64 signed-by=/x.gpg]} in the names of deb822. */
  private static Map<String, String> options(String bracket) {
    Map<String, String> options = new TreeMap<>();
    for (String option : words(bracket)) {
      int equals = option.indexOf('=');
      if (equals > 0) {
        String name = option.substring(0, equals).toLowerCase(Locale.ROOT);
        String value = option.substring(equals + 1).replace(',', ' ');
        options.put(name.equals("arch") ? "Architectures" : capitalised(name), value);
      }
    }
    return options;
  }

  private static String capitalised(String name) {
    return Arrays.stream(name.split("-", -1))
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining("-"));
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
  }
}
