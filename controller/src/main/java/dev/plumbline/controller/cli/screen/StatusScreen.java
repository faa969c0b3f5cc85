package dev.plumbline.controller.cli.screen;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows one text after the other. On a terminal each takes the place of the last, and is made anew
 * every second, because it speaks of times that have passed.
 */
public final class StatusScreen {
  private static final String HOME = "\u001b[H";
  private static final String REST_OF_LINE = "\u001b[K";
  private static final String REST_OF_SCREEN = "\u001b[J";
  private static final long EVERY_MS = 1000;

  private final PrintStream out;
  private final boolean inPlace;
  private @Nullable Supplier<List<String>> latest;

  /**
   * @param inPlace whether the whole terminal is ours
   */
  public StatusScreen(PrintStream out, boolean inPlace) {
    this.out = out;
    this.inPlace = inPlace;
    if (inPlace) {
      Thread.ofPlatform().daemon().name("status").start(this::renew);
    }
  }

  public synchronized void show(Supplier<List<String>> text) {
    if (latest != null && !inPlace) {
      out.println();
    }
    latest = text;
    draw(text.get());
  }

  private void draw(List<String> lines) {
    if (inPlace) {
      out.print(HOME);
      lines.forEach(line -> out.println(line + REST_OF_LINE));
      out.print(REST_OF_SCREEN);
    } else {
      lines.forEach(out::println);
    }
    out.flush();
  }

  private void renew() {
    try {
      while (true) {
        Thread.sleep(EVERY_MS);
        synchronized (this) {
          if (latest != null) {
            draw(latest.get());
          }
        }
      }
    } catch (InterruptedException _) {
      // Nobody interrupts a daemon but the end of the process.
    }
  }
}
