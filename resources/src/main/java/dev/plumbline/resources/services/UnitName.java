package dev.plumbline.resources.services;

import java.util.List;
import java.util.regex.Pattern;

/** The names of systemd's units (systemd.unit(5)). */
final class UnitName {
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9:_\\\\-][A-Za-z0-9:_.\\\\-]*(@[A-Za-z0-9:_.\\\\-]*)?");
  private static final int LIMIT = 255;
  private static final List<String> TYPES =
      List.of(".service", ".socket", ".timer", ".mount", ".automount", ".path", ".swap", ".target");

  private UnitName() {}

  static boolean valid(String name) {
    String full = full(name);
    return FORM.matcher(full).matches() && full.length() <= LIMIT;
  }

  /** Whether that is a pattern for units, from which an instance has yet to be made. */
  static boolean template(String name) {
    return full(name).contains("@.");
  }

  /** {@code ssh} means {@code ssh.service}. */
  static String full(String name) {
    return TYPES.stream().anyMatch(name::endsWith) ? name : name + ".service";
  }

  /** {@code ssh.service} is called {@code ssh}. */
  static String brief(String name) {
    return name.endsWith(".service") ? name.substring(0, name.length() - 8) : name;
  }

  /** Whether a file of that path says what the unit is: its unit file, or a drop-in of it. */
  static boolean describes(String path, String name) {
    String full = full(name);
    int at = full.indexOf('@');
    String template =
        at < 0 ? full : full.substring(0, at + 1) + full.substring(full.lastIndexOf('.'));
    return List.of(full, template).stream()
        .map(unit -> "/etc/systemd/system/" + unit)
        .anyMatch(file -> path.equals(file) || path.startsWith(file + ".d"));
  }
}
