package dev.plumbline.inventory.connect;

/** Where a password comes from; never the password itself. */
public sealed interface PasswordSource {
  /** Asked on the terminal, once. */
  record Ask() implements PasswordSource {
    @Override
    public String toString() {
      return "ask";
    }
  }

  /** The value of an environment variable. */
  record Environment(String name) implements PasswordSource {
    @Override
    public String toString() {
      return "env:" + name;
    }
  }

  /**
   * The first line of a file that nobody else may read.
   *
   * @param path absolute once the inventory is loaded
   */
  record File(String path) implements PasswordSource {
    @Override
    public String toString() {
      return "file:" + path;
    }
  }

  /**
   * The inverse of {@code toString}.
   *
   * @throws IllegalArgumentException if it is none of the three forms; the text is not repeated,
   *     for it may be a password
   */
  static PasswordSource parse(String text) {
    if (text.equals("ask")) {
      return new Ask();
    }
    if (text.startsWith("env:") && text.length() > 4) {
      return new Environment(text.substring(4));
    }
    if (text.startsWith("file:") && text.length() > 5) {
      return new File(text.substring(5));
    }
    throw new IllegalArgumentException(
        "a password does not stand in an inventory; write ask, env:NAME or file:PATH");
  }
}
