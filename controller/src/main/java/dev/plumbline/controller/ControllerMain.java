package dev.plumbline.controller;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The controller as a process. Exit codes: 0 it ended, 1 it could not start, 3 another one has its
 * directory.
 */
public final class ControllerMain {
  private static final int FAILED = 1;
  private static final int TAKEN = 3;

  private ControllerMain() {}

  public static void main(String[] words) {
    System.exit(run(List.of(words)));
  }

  private static int run(List<String> words) {
    try {
      Options options = Options.parse(words);
      try (StateDirectory state = StateDirectory.take(options.state());
          LogFile log = LogFile.open(state.log(), Clock.systemUTC(), options.foreground())) {
        return serve(options, state, log);
      }
    } catch (StateDirectory.TakenException e) {
      System.err.println("controller: " + e.getMessage());
      return TAKEN;
    } catch (IllegalArgumentException | IOException e) {
      System.err.println("controller: " + e.getMessage());
      return FAILED;
    }
  }

  private static int serve(Options options, StateDirectory state, LogFile log) {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, cause) -> log.trouble("thread " + thread.getName() + " ended", cause));
    LibraryLog.into(log);
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (Controller controller =
        Controller.start(options, state, log, Controller.Setting.USUAL, stop::countDown)) {
      Runtime.getRuntime()
          .addShutdownHook(
              Thread.ofPlatform()
                  .name("end")
                  .unstarted(() -> {
                    stop.countDown();
                    await(stopped);
                  }));
      System.out.println("ready " + controller.socket() + " " + controller.port());
      if (!options.foreground()) {
        Parent.leave();
      }
      if (options.rehearse()) {
        stop.countDown();
      }
      await(stop);
      log.accept("the controller ends");
      return 0;
    } catch (StartException e) {
      log.accept("the controller cannot start: " + e.getMessage());
      System.err.println("controller: " + e.getMessage());
      return FAILED;
    } finally {
      stopped.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
