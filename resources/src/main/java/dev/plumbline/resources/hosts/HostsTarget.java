package dev.plumbline.resources.hosts;

import dev.plumbline.resources.ip.IpAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What {@code /etc/hosts} must become, given what it is. Pure.
 *
 * @param block our lines; empty if there must be no block
 * @param taken the names that leave the loopback lines outside our block, in lower case
 * @param restored lines that come back to the file, names by address
 */
record HostsTarget(Optional<String> block, Set<String> taken, Map<String, List<String>> restored) {
  private static final Pattern HIDDEN = Pattern.compile("# instead of (\\S+) (\\S.*)");

  static HostsTarget of(HostsSpec spec, HostsObservation observed) {
    Set<String> ours = namesOfOthers(spec);
    Map<String, List<String>> hidden = new TreeMap<>();
    Map<String, List<String>> restored = new LinkedHashMap<>();
    hiddenIn(observed.block())
        .forEach((address, names) ->
            names.forEach(name -> add(isOneOf(ours, name) ? hidden : restored, address, name)));
    observed
        .loopback()
        .forEach((address, names) -> {
          names.stream()
              .filter(name -> isOneOf(ours, name))
              .forEach(name -> add(hidden, address, name));
          restored.computeIfPresent(
              address, (_, back) -> back.stream().filter(name -> !names.contains(name)).toList());
        });
    restored.values().removeIf(List::isEmpty);
    return new HostsTarget(
        spec.entries().isEmpty() ? Optional.empty() : Optional.of(body(spec, hidden)),
        ours,
        restored);
  }

  boolean takes(String name) {
    return isOneOf(taken, name);
  }

  /** The names that the spec maps to an address that is not loopback. */
  private static Set<String> namesOfOthers(HostsSpec spec) {
    return spec.entries().entrySet().stream()
        .filter(entry ->
            HostsChecks.address(entry.getKey()).map(address -> !address.isLoopback()).orElse(false))
        .flatMap(entry -> entry.getValue().stream())
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Map<String, List<String>> hiddenIn(Optional<String> block) {
    Map<String, List<String>> hidden = new LinkedHashMap<>();
    block.stream()
        .flatMap(String::lines)
        .map(HIDDEN::matcher)
        .filter(Matcher::matches)
        .forEach(line ->
            Arrays.stream(line.group(2).split("\\s+"))
                .forEach(name -> add(hidden, line.group(1), name)));
    return hidden;
  }

  private static String body(HostsSpec spec, Map<String, List<String>> hidden) {
    StringBuilder body = new StringBuilder();
    hidden.forEach((address, names) ->
        body.append("# instead of ")
            .append(address)
            .append(' ')
            .append(String.join(" ", names))
            .append('\n'));
    spec.entries().entrySet().stream()
        .sorted(Comparator.comparing(entry -> IpAddress.parse(entry.getKey())))
        .forEach(entry ->
            body.append(entry.getKey())
                .append(' ')
                .append(String.join(" ", entry.getValue()))
                .append('\n'));
    return body.toString();
  }

  private static void add(Map<String, List<String>> lines, String address, String name) {
    List<String> names = lines.computeIfAbsent(address, _ -> new ArrayList<>());
    if (!names.contains(name)) {
      names.add(name);
    }
  }

  private static boolean isOneOf(Set<String> lowerCase, String name) {
    return lowerCase.contains(name.toLowerCase(Locale.ROOT));
  }
}
