package dev.plumbline.agent.host.packages;

import dev.plumbline.resources.host.packages.Offer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@code apt-cache policy} prints. */
final class AptPolicy {
  private static final Pattern NAME = Pattern.compile("(\\S+):");
  private static final Pattern CANDIDATE = Pattern.compile("  Candidate: (\\S.*)");
  private static final Pattern VERSION = Pattern.compile(" (?:\\*\\*\\*|   ) (\\S+) -?\\d+.*");
  private static final Pattern ARCHIVE = Pattern.compile(" *-?\\d+ (\\S+:\\S+ \\S+) .*Packages");

  private AptPolicy() {}

  /** The offers by name; names that no archive has heard of are not printed. */
  static Map<String, Offer> offers(String out) {
    Map<String, Offer> offers = new HashMap<>();
    String name = "";
    Optional<String> candidate = Optional.empty();
    List<String> versions = new ArrayList<>();
    for (String line : out.lines().toList()) {
      Matcher next = NAME.matcher(line);
      Matcher chosen = CANDIDATE.matcher(line);
      Matcher version = VERSION.matcher(line);
      if (next.matches()) {
        put(offers, name, candidate, versions);
        name = next.group(1);
        candidate = Optional.empty();
        versions.clear();
      } else if (chosen.matches()) {
        candidate = Optional.of(chosen.group(1)).filter(text -> !text.equals("(none)"));
      } else if (version.matches()) {
        versions.add(version.group(1));
      }
    }
    put(offers, name, candidate, versions);
    return offers;
  }

  private static void put(
      Map<String, Offer> offers, String name, Optional<String> candidate, List<String> versions) {
    if (!name.isEmpty()) {
      offers.put(name, new Offer(candidate, versions));
    }
  }

  /** The archives, of what is printed without names: {@code http://…/debian bookworm/main}. */
  static List<String> archives(String out) {
    Set<String> archives = new LinkedHashSet<>();
    for (String line : out.lines().toList()) {
      Matcher archive = ARCHIVE.matcher(line);
      if (archive.matches()) {
        archives.add(archive.group(1));
      }
    }
    return List.copyOf(archives);
  }
}
