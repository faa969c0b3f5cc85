package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.screen.Screen;
import java.io.PrintStream;

/** Says, on Ctrl-C in the middle of a run, that the run goes on without us. */
final class Farewell implements AutoCloseable {
  private final Thread onExit;
  private volatile boolean running;

  /**
   * @param screen is given back before anything is said
   */
  Farewell(Invocation invocation, Screen screen) {
    this.onExit =
        Thread.ofPlatform()
            .name("farewell")
            .unstarted(() -> {
              if (running) {
                screen.close();
                PrintStream err = invocation.output().err();
                err.println(
                    "plumb: the run goes on in the controller; 'plumb status --watch' shows it");
                err.flush();
              }
            });
    Runtime.getRuntime().addShutdownHook(onExit);
  }

  void runBegins() {
    running = true;
  }

  @Override
  public void close() {
    running = false;
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException _) {
      // The process is ending, and the hook is done.
    }
  }
}
