package dev.plumbline.controller.cli.screen;

import java.io.Console;
import java.util.Optional;

/** A terminal that understands ANSI sequences. */
final class AnsiTerminal implements Terminal {
  private final boolean canAsk;

  /**
   * @param canAsk whether standard input is a terminal too
   */
  AnsiTerminal(boolean canAsk) {
    this.canAsk = canAsk;
  }

  @Override
  public boolean shows() {
    return true;
  }

  @Override
  public Size size() {
    return WindowSize.read();
  }

  @Override
  public Optional<Console> console() {
    return canAsk ? Optional.ofNullable(System.console()) : Optional.empty();
  }
}
