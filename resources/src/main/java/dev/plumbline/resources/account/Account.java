package dev.plumbline.resources.account;

import dev.plumbline.resources.Checks;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The form of names and numbers of users and groups. */
public final class Account {
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_.-]{0,31}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");
  private static final long MAX_ID = 4_294_967_294L;

  /** The groups that package base-passwd gives to every Debian and Ubuntu. */
  private static final Set<String> BASE_GROUPS =
      Set.of(
          "root",
          "daemon",
          "bin",
          "sys",
          "adm",
          "tty",
          "disk",
          "lp",
          "mail",
          "news",
          "uucp",
          "man",
          "proxy",
          "kmem",
          "dialout",
          "fax",
          "voice",
          "cdrom",
          "floppy",
          "tape",
          "sudo",
          "audio",
          "dip",
          "www-data",
          "backup",
          "operator",
          "list",
          "irc",
          "src",
          "shadow",
          "utmp",
          "video",
          "sasl",
          "plugdev",
          "staff",
          "games",
          "users",
          "nogroup");

  private Account() {}

  /** Whether every node has the group, whatever its inventory and its packages. */
  public static boolean isBaseGroup(String name) {
    return BASE_GROUPS.contains(name);
  }

  /** Whether an owner is given by number. */
  public static boolean isNumber(String nameOrNumber) {
    return NUMBER.matcher(nameOrNumber).matches();
  }

  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /**
   * Checks a name and a number.
   *
   * @param kind the printed kind, which begins the names of the rules
   * @param key the key of the number: uid or gid
   */
  public static void check(
      Checks checks, String kind, String name, String key, Optional<Long> number) {
    checks
        .that(
            isName(name),
            kind + "-name",
            "",
            "'"
                + name
                + "' is not a name of a "
                + kind
                + " (lower-case letter or '_', then letters, digits, '.', '_', '-', at most 32)")
        .that(
            number.map(id -> id >= 0 && id <= MAX_ID).orElse(true),
            kind + "-" + key + "-range",
            key,
            key + " " + number.orElse(0L) + " is out of range 0 to " + MAX_ID);
  }
}
