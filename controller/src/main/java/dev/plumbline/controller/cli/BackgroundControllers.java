package dev.plumbline.controller.cli;

import dev.plumbline.controller.client.Controller;
import dev.plumbline.controller.client.ControllerException;
import dev.plumbline.controller.client.ControllerException.Reason;
import dev.plumbline.controller.client.rpc.SocketController;
import java.util.Map;
import java.util.Optional;

/** Controllers as processes of this machine, reached over their control sockets. */
final class BackgroundControllers implements Controllers {
  private static final long PATIENCE_MS = 30_000;
  private static final long PAUSE_MS = 20;
  private static final long WAKING_MS = 3_000;

  private final Map<String, String> environment;
  private final String build = System.getProperty("plumbline.build", "");

  BackgroundControllers(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Optional<Running> find(StatePlace place) {
    Controller controller = new SocketController(place.socket());
    try {
      return Optional.of(new Running(controller, controller.describe()));
    } catch (ControllerException e) {
      if (e.reason() == Reason.ABSENT) {
        return Optional.empty();
      }
      throw e;
    }
  }

  @Override
  public Optional<Running> own(StatePlace place) {
    try {
      return find(place)
          .filter(running -> !build.isEmpty() && running.description().build().equals(build));
    } catch (ControllerException _) {
      // Whoever needs a controller hears what is wrong with this one.
      return Optional.empty();
    }
  }

  @Override
  public Ensured ensure(StatePlace place, Start start) {
    Optional<Running> found = find(place);
    if (found.isPresent()) {
      Running running = found.get();
      if (running.description().build().equals(build)) {
        return new Ensured(running.controller(), false);
      }
      replace(place, running);
    }
    return start(place, start);
  }

  private void replace(StatePlace place, Running running) {
    if (running.description().busy()) {
      throw Trouble.of(
          "the controller (pid "
              + running.description().pid()
              + ") is of another build and in the middle of a run",
          "wait until 'plumb status' shows no run, then try again");
    }
    stop(place, false);
  }

  private Ensured start(StatePlace place, Start start) {
    place.create();
    ControllerProcess process = new ControllerProcess(environment);
    for (long waited = 0; waited < PATIENCE_MS; waited += WAKING_MS) {
      if (process.start(place, start)) {
        return find(place)
            .map(running -> new Ensured(running.controller(), true))
            .orElseThrow(
                () -> silent("the controller said that it is ready, and does not answer", place));
      }
      Optional<Running> other = awaitOther(place);
      if (other.isPresent()) {
        return new Ensured(other.get().controller(), false);
      }
    }
    throw silent("another controller has the directory, and does not answer", place);
  }

  /** Another command has started one at the same time, unless that one is just ending. */
  private Optional<Running> awaitOther(StatePlace place) {
    for (long waited = 0; waited < WAKING_MS; waited += PAUSE_MS) {
      Optional<Running> other = find(place);
      if (other.isPresent()) {
        return other;
      }
      pause("interrupted while another command was starting the controller");
    }
    return Optional.empty();
  }

  private static Trouble silent(String what, StatePlace place) {
    return Trouble.of(
        what + " at " + place.socket(), "look into its log with 'plumb controller log'");
  }

  private static void pause(String interrupted) {
    try {
      Thread.sleep(PAUSE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Trouble.of(interrupted, "", e);
    }
  }

  @Override
  public boolean stop(StatePlace place, boolean force) {
    Optional<Running> found = find(place);
    if (found.isEmpty()) {
      return false;
    }
    long pid = found.get().description().pid();
    String refused = found.get().controller().shutdown(force);
    if (!refused.isEmpty()) {
      throw Trouble.of("the controller does not end: " + refused, "wait, or end it with --force");
    }
    awaitEnd(pid);
    return true;
  }

  private static void awaitEnd(long pid) {
    Optional<ProcessHandle> process = ProcessHandle.of(pid);
    for (long waited = 0; waited < PATIENCE_MS; waited += PAUSE_MS) {
      if (process.isEmpty() || !process.get().isAlive()) {
        return;
      }
      pause("interrupted while the controller was ending");
    }
    throw Trouble.of(
        "the controller (pid " + pid + ") said that it ends, and still runs",
        "look into its log with 'plumb controller log'");
  }
}
