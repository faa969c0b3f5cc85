package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.render.Board;
import dev.plumbline.controller.cli.screen.LiveScreen;
import dev.plumbline.controller.cli.screen.PlainScreen;
import dev.plumbline.controller.cli.screen.Screen;
import java.util.List;

/** Chooses how progress is shown. */
final class Screens {
  private Screens() {}

  /** Live on a terminal; JSON has standard output to itself. */
  static Screen of(Invocation invocation, List<String> nodes) {
    Output output = invocation.output();
    Surroundings around = invocation.surroundings();
    boolean live =
        around.terminal().shows()
            && !output.json()
            && !"dumb".equals(around.caller().environment().get("TERM"));
    return live
        ? new LiveScreen(
            output.out(),
            around.terminal(),
            new Board(output.ink(), nodes, around.monotonicMs().getAsLong()),
            around.monotonicMs())
        : PlainScreen.watching(output.aside(), around.monotonicMs());
  }
}
