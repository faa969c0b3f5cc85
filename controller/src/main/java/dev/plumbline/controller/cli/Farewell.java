package dev.plumbline.controller.cli;

/** Says, on Ctrl-C in the middle of a run, that the run goes on without us. */
final class Farewell implements AutoCloseable {
  private final Thread onExit;
  private volatile boolean running;

  Farewell(Invocation invocation) {
    this.onExit =
        Thread.ofPlatform()
            .name("farewell")
            .unstarted(() -> {
              if (running) {
                invocation
                    .output()
                    .err()
                    .println(
                        "\nplumb: the run goes on in the controller; 'plumb status --watch'"
                            + " shows it");
                invocation.output().err().flush();
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
