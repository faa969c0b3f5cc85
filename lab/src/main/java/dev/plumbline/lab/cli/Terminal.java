package dev.plumbline.lab.cli;

import java.io.Console;

/** Whether somebody looks on: input and output are both a terminal. */
final class Terminal {
  private Terminal() {}

  // From JDK 25 on the default console is null again where there is no terminal.
  @SuppressWarnings("SystemConsoleNull")
  static boolean here() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }
}
