package dev.plumbline.controller.cli.screen;

import java.io.PrintStream;
import java.util.List;

/** Shows one text after the other, each in place of the last on a terminal. */
public final class StatusScreen {
  private static final String HOME_AND_CLEAR = "\u001b[H\u001b[2J";

  private final PrintStream out;
  private final boolean inPlace;
  private boolean shownBefore;

  /**
   * @param inPlace whether the terminal is cleared before each text
   */
  public StatusScreen(PrintStream out, boolean inPlace) {
    this.out = out;
    this.inPlace = inPlace;
  }

  public void show(List<String> lines) {
    if (inPlace) {
      out.print(HOME_AND_CLEAR);
    } else if (shownBefore) {
      out.println();
    }
    shownBefore = true;
    lines.forEach(out::println);
    out.flush();
  }
}
