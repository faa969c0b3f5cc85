package dev.plumbline.controller.cli.render;

/** Colours by meaning, as ANSI sequences or not at all. */
public enum Ink {
  PLAIN,
  ANSI;

  public String add(String text) {
    return paint("32", text);
  }

  public String change(String text) {
    return paint("33", text);
  }

  public String remove(String text) {
    return paint("31", text);
  }

  public String wait(String text) {
    return paint("36", text);
  }

  public String good(String text) {
    return paint("32", text);
  }

  public String bad(String text) {
    return paint("1;31", text);
  }

  public String bold(String text) {
    return paint("1", text);
  }

  public String dim(String text) {
    return paint("2", text);
  }

  private String paint(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
