package dev.plumbline.lab.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One source of binary packages.
 *
 * @param options all other fields, by their deb822 names ({@code Signed-By}, {@code Trusted} …); a
 *     value of several lines keeps its line ends
 */
record AptSource(
    List<String> uris, List<String> suites, List<String> components, Map<String, String> options) {

  AptSource {
    uris = List.copyOf(uris);
    suites = List.copyOf(suites);
    components = List.copyOf(components);
    options = new TreeMap<>(options);
  }

  String option(String name) {
    return options.getOrDefault(name, "");
  }

  /** The keyring file that signs it; empty for the distribution's own or for an inline key. */
  String keyring() {
    String signed = option("Signed-By");
    return signed.startsWith("/") ? signed : "";
  }

  boolean trusted() {
    return option("Trusted").equals("yes");
  }

  AptSource withSuites(List<String> fewer) {
    return new AptSource(uris, fewer, components, options);
  }

  /** As a stanza of a .sources file. */
  String deb822() {
    List<String> lines = new ArrayList<>();
    lines.add("Types: deb");
    lines.add("URIs: " + String.join(" ", uris));
    lines.add("Suites: " + String.join(" ", suites));
    lines.add("Components: " + String.join(" ", components));
    options.forEach((name, value) -> lines.add(name + ": " + value));
    return String.join("\n", lines) + "\n";
  }
}
