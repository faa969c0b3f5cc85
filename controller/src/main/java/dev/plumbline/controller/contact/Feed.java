package dev.plumbline.controller.contact;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the standard input of a command. */
@FunctionalInterface
interface Feed {
  Feed NOTHING = out -> {};

  void to(OutputStream out) throws IOException;

  static Feed of(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** This after one line: a password before what a command reads. */
  default Feed after(String line) {
    return out -> {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      to(out);
    };
  }
}
