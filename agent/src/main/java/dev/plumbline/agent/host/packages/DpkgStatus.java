package dev.plumbline.agent.host.packages;

import dev.plumbline.resources.host.packages.DpkgPackage;
import dev.plumbline.resources.host.packages.PackageDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Puts dpkg's files and apt's notes together. */
final class DpkgStatus {
  private static final Set<String> FIELDS =
      Set.of("Package", "Status", "Architecture", "Version", "Provides");

  private final Map<String, Map<String, String>> stanzas = new LinkedHashMap<>();
  private final Set<String> automatic = new HashSet<>();

  /**
   * Reads {@code /var/lib/dpkg/status}, or one of the files in {@code /var/lib/dpkg/updates}, whose
   * stanzas replace earlier ones.
   */
  DpkgStatus read(BufferedReader reader) throws IOException {
    Stanzas.read(
        reader,
        FIELDS,
        stanza ->
            stanzas.put(
                stanza.get("Package") + ":" + stanza.get("Architecture"), Map.copyOf(stanza)));
    return this;
  }

  /** Reads {@code /var/lib/apt/extended_states}. */
  DpkgStatus readMarks(BufferedReader reader) throws IOException {
    Stanzas.read(
        reader,
        Set.of("Package", "Architecture", "Auto-Installed"),
        stanza -> {
          String id = stanza.get("Package") + ":" + stanza.get("Architecture");
          if ("1".equals(stanza.get("Auto-Installed"))) {
            automatic.add(id);
          }
        });
    return this;
  }

  /**
   * @throws IllegalArgumentException if a stanza is not as dpkg writes it
   */
  PackageDatabase database() {
    // dpkg is a package of the node's own architecture, always.
    String architecture =
        stanzas.values().stream()
            .filter(stanza -> "dpkg".equals(stanza.get("Package")))
            .map(stanza -> stanza.getOrDefault("Architecture", ""))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("it does not even list dpkg"));
    List<DpkgPackage> packages = new ArrayList<>(stanzas.size());
    stanzas.values().forEach(stanza -> packages.add(known(stanza, architecture)));
    return new PackageDatabase(architecture, packages);
  }

  private DpkgPackage known(Map<String, String> stanza, String nodeArchitecture) {
    String name = stanza.getOrDefault("Package", "");
    String architecture = stanza.getOrDefault("Architecture", nodeArchitecture);
    String[] status = stanza.getOrDefault("Status", "").split(" ");
    if (status.length != 3) {
      throw new IllegalArgumentException(
          "package " + name + " has the status '" + String.join(" ", status) + "'");
    }
    // apt notes packages for all architectures under the node's own.
    String noted = name + ":" + (architecture.equals("all") ? nodeArchitecture : architecture);
    return new DpkgPackage(
        name,
        architecture,
        stanza.getOrDefault("Version", ""),
        DpkgPackage.State.valueOf(status[2].toUpperCase(Locale.ROOT).replace('-', '_')),
        status[0].equals("hold"),
        status[1].equals("reinstreq"),
        automatic.contains(noted),
        provides(stanza.getOrDefault("Provides", "")));
  }

  /** {@code apt-transport-https (= 2.6.1), base:any} gives two names. */
  private static List<String> provides(String field) {
    return field.isEmpty()
        ? List.of()
        : Arrays.stream(field.split(","))
            .map(String::strip)
            .flatMap(provided -> Stream.of(provided.split("[ :(]", 2)[0]))
            .filter(provided -> !provided.isEmpty())
            .toList();
  }
}
