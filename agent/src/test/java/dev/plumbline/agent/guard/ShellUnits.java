package dev.plumbline.agent.guard;

import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs restore scripts for real, when the test says so. */
final class ShellUnits implements GuardUnits {
  final List<String> log = new ArrayList<>();
  private boolean broken;

  /** From now on no unit can be made. */
  void breakDown() {
    broken = true;
  }

  @Override
  public void arm(String guard, Path script, Duration within) throws Failure {
    if (broken) {
      throw new Failure("systemd is gone", "look for it");
    }
    log.add("arm " + within.toSeconds());
  }

  @Override
  public void disarm(String guard) {
    log.add("disarm");
  }

  @Override
  public void run(String guard, Path script, String mode) throws Failure {
    log.add("run " + mode);
    shell(script, mode);
  }

  /** What the timer does. */
  static void shell(Path script, String mode) throws Failure {
    try {
      int exit = new ProcessBuilder("/bin/sh", script.toString(), mode).start().waitFor();
      if (exit != 0) {
        throw new Failure("the script ended with " + exit, "look at it");
      }
    } catch (IOException | InterruptedException e) {
      throw new Failure("cannot run the script: " + e.getMessage(), "look at it", e);
    }
  }
}
