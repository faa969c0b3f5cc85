package dev.plumbline.controller.cli.forward;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a path leads. */
sealed interface Route {
  /** Spark's pages name each other by paths of the master's page. */
  Pattern PROXIED = Pattern.compile("/proxy/(app-[^/?]*+)?+[^/?]*+(/?.*)", Pattern.DOTALL);

  /** To the page, under that path. */
  record Page(String target) implements Route {}

  /** To another address. */
  record Elsewhere(String url) implements Route {}

  /** Of the master's page, which all others lie behind. */
  static Route ofMaster(String target) {
    return new Page(target);
  }

  /**
   * Of a driver's page: it believes itself behind the master's, and its own path begins after that;
   * what is another's is at the master's.
   *
   * @param master the address of the master's page here
   */
  static Route ofDriver(String target, String master) {
    Matcher proxied = PROXIED.matcher(target);
    if (!proxied.matches()) {
      return new Page(target);
    }
    if (proxied.group(1) == null) {
      return new Elsewhere(master + target);
    }
    String rest = proxied.group(2);
    return new Page(rest.startsWith("/") ? rest : "/" + rest);
  }
}
