package dev.plumbline.resources.ssh_keys;

import dev.plumbline.resources.Checks;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Public keys that stand in local files. */
final class SshKeySources {
  private SshKeySources() {}

  static Map<String, String> of(SshKeySpec spec) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (int i = 0; i < spec.authorizedFiles().size(); i++) {
      sources.put(component(i), spec.authorizedFiles().get(i));
    }
    return sources;
  }

  static SshKeySpec inline(SshKeySpec spec, Map<String, byte[]> contents, Checks checks) {
    List<PublicKey> keys = new ArrayList<>(spec.authorized());
    for (int i = 0; i < spec.authorizedFiles().size(); i++) {
      String content =
          new String(contents.getOrDefault(component(i), new byte[0]), StandardCharsets.UTF_8);
      keys.addAll(keys(content, component(i), checks));
    }
    return spec.withAuthorized(keys);
  }

  /** One key per line; comments and blank lines are passed over. */
  private static List<PublicKey> keys(String content, String component, Checks checks) {
    List<PublicKey> keys = new ArrayList<>();
    List<String> lines =
        content.contains("PRIVATE KEY")
            ? List.of(content)
            : content.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    checks.that(!lines.isEmpty(), "ssh-key-file-empty", component, "the file holds no public key");
    for (String line : lines) {
      try {
        keys.add(PublicKey.parse(line));
      } catch (IllegalArgumentException e) {
        checks.that(false, "ssh-key-file-form", component, String.valueOf(e.getMessage()));
      }
    }
    return keys;
  }

  private static String component(int index) {
    return "authorized_files." + index;
  }
}
