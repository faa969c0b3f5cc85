package dev.plumbline.agent.host.packages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one status file of the status and the updates that an interrupted dpkg has left: apt reads
 * only the status, and would plan by what was before.
 */
final class WholeStatus {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^Package: (\\S+)");
  private static final Pattern ARCHITECTURE = Pattern.compile("(?m)^Architecture: (\\S+)");

  private WholeStatus() {}

  /**
   * @param texts the status first, then the updates in order
   */
  static String of(List<String> texts) {
    Map<String, String> stanzas = new LinkedHashMap<>();
    for (String text : texts) {
      for (String stanza : text.strip().split("\n\n+")) {
        stanzas.put(find(PACKAGE, stanza) + ":" + find(ARCHITECTURE, stanza), stanza);
      }
    }
    return String.join("\n\n", stanzas.values()) + "\n\n";
  }

  private static String find(Pattern field, String stanza) {
    Matcher matcher = field.matcher(stanza);
    return matcher.find() ? matcher.group(1) : "";
  }
}
