package dev.plumbline.controller.contact;

/** Quotes text for POSIX shells. */
final class Shell {
  private Shell() {}

  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
