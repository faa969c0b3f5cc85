package dev.plumbline.resources.account;

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

  /** What is wrong with a text that is not a name. */
  public static String notAName(String kind, String name) {
    return "'"
        + name
        + "' is not a name of a "
        + kind
        + " (lower-case letter or '_', then letters, digits, '.', '_', '-', at most 32)";
  }

  /** Whether a uid or gid, where there is one, is one that Linux has. */
  public static boolean isInRange(Optional<Long> number) {
    return number.map(id -> id >= 0 && id <= MAX_ID).orElse(true);
  }

  /** What is wrong with a number that is not in the range. */
  public static String outOfRange(String key, Optional<Long> number) {
    return key + " " + number.orElse(0L) + " is out of range 0 to " + MAX_ID;
  }
}
