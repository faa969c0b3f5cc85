package dev.plumbline.resources.hosts;

import dev.plumbline.resources.block.Line;
import dev.plumbline.resources.ip.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of {@code /etc/hosts} that maps names (hosts(5)).
 *
 * @param comment what follows the names, with the blanks before it
 */
record HostsLine(String address, List<String> names, String comment) {
  private static final Pattern FORM =
      Pattern.compile("\\s*([0-9A-Fa-f.:%]\\S*)((?:\\s+[^\\s#]+)+)(\\s*(?:#.*)?)");

  /** Empty for a comment, a blank line, and what is neither. */
  static Optional<HostsLine> parse(Line line) {
    Matcher matcher = FORM.matcher(line.text());
    return matcher.matches()
        ? Optional.of(
            new HostsLine(
                matcher.group(1),
                List.of(matcher.group(2).strip().split("\\s+")),
                matcher.group(3)))
        : Optional.empty();
  }

  boolean isLoopback() {
    return HostsChecks.address(address).map(IpAddress::isLoopback).orElse(false);
  }

  /** The line without some of its names; empty if no name is left. */
  Optional<String> without(Predicate<String> taken) {
    List<String> left = names.stream().filter(taken.negate()).toList();
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(address + " " + String.join(" ", left) + comment);
  }
}
