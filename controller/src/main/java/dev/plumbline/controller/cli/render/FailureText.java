package dev.plumbline.controller.cli.render;

/** What went wrong and what to do, in one line. */
public final class FailureText {
  private FailureText() {}

  public static String of(String message, String remedy, Ink ink) {
    return ink.bad(Printable.line(message))
        + (remedy.isEmpty() ? "" : " → " + Printable.line(remedy));
  }
}
