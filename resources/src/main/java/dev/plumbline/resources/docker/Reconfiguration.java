package dev.plumbline.resources.docker;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.codec.Json;
import dev.plumbline.resources.host.engine.Engine;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.units.Units;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Gives the engine another file, and the old one back if it does not take it. */
final class Reconfiguration {
  private static final Duration READY = Duration.ofSeconds(60);

  private final Engine engine;
  private final Units units;
  private final Files files;
  private final Debt debt;
  private final Validation validation;
  private final EngineJournal journal;

  Reconfiguration(Engine engine, Units units, Files files, Processes processes) {
    this.engine = engine;
    this.units = units;
    this.files = files;
    this.debt = new Debt(files);
    this.validation = new Validation(files, processes);
    this.journal = new EngineJournal(processes);
  }

  /**
   * A file as it was.
   *
   * @param content one char per byte
   */
  private record Kept(String content, int mode, String owner, String group) {}

  /**
   * Puts a file in place and has the engine take it in.
   *
   * @param starts whether an engine that does not run is started
   */
  void replace(Json.Members after, Takeover needed, boolean starts, Progress progress)
      throws Failure {
    boolean runs = DockerUnit.runs(units);
    Optional<Kept> before = kept();
    progress.now("checking the new " + DaemonFile.PATH);
    byte[] content = after.pretty().getBytes(StandardCharsets.UTF_8);
    validation.check(content);
    if (runs) {
      debt.note(needed);
    }
    files.write(
        DaemonFile.PATH,
        content,
        before.map(Kept::mode).orElse(0644),
        before.map(Kept::owner).orElse("root"),
        before.map(Kept::group).orElse("root"));
    try {
      if (runs) {
        takeIn(needed, progress);
      } else if (starts) {
        start(progress);
      }
    } catch (Failure refusal) {
      throw undone(refusal, before, needed, runs, progress);
    }
  }

  /** Has a running engine take in its file. */
  void takeIn(Takeover needed, Progress progress) throws Failure {
    switch (needed) {
      case NONE -> {
        // The engine has what it needs.
      }
      case RELOAD -> {
        progress.now("having the Docker engine read its configuration again");
        if (!engine.reloads(() -> units.reload(DockerUnit.NAME))) {
          throw refused("the Docker engine did not take its new configuration");
        }
      }
      case RESTART -> {
        progress.now("restarting the Docker engine");
        begin(() -> units.restart(DockerUnit.NAME));
      }
    }
    debt.settle();
  }

  /** Starts an engine that does not run: it reads its file, so that nothing is owed any more. */
  void start(Progress progress) throws Failure {
    progress.now("starting the Docker engine");
    begin(() -> units.start(DockerUnit.NAME));
    debt.settle();
  }

  private void begin(Engine.Reload how) throws Failure {
    try {
      how.run();
    } catch (Failure failure) {
      Failure refusal = refused("the Docker engine did not start");
      refusal.addSuppressed(failure);
      throw refusal;
    }
    engine.awaitReady(READY);
  }

  private Failure refused(String what) {
    return new Failure(
        what + journal.lastWord().map(word -> ": " + word).orElse(""),
        "correct `docker: {daemon: …}`; the whole story is in 'journalctl -e -u "
            + DockerUnit.NAME
            + "' on the node");
  }

  private Failure undone(
      Failure refusal, Optional<Kept> before, Takeover needed, boolean ran, Progress progress) {
    progress.now("putting the old " + DaemonFile.PATH + " back");
    String after;
    try {
      restore(before);
      units.forgetFailures(DockerUnit.NAME);
      if (ran) {
        takeIn(needed, progress);
      } else {
        debt.settle();
      }
      after = "; the old file is back" + (ran ? ", and the engine runs with it" : "");
    } catch (Failure second) {
      refusal.addSuppressed(second);
      after = "; going back to the old file failed too: " + second.getMessage();
    }
    return new Failure(refusal.getMessage() + after, refusal.remedy(), refusal);
  }

  private Optional<Kept> kept() throws Failure {
    Optional<FileStatus> status = files.status(DaemonFile.PATH);
    Optional<byte[]> content = files.read(DaemonFile.PATH);
    return status.isEmpty() || content.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Kept(
                new String(content.get(), StandardCharsets.ISO_8859_1),
                status.get().mode(),
                status.get().owner(),
                status.get().group()));
  }

  private void restore(Optional<Kept> before) throws Failure {
    Path path = DaemonFile.PATH;
    if (before.isEmpty()) {
      files.remove(path);
    } else {
      Kept kept = before.get();
      files.write(
          path,
          kept.content().getBytes(StandardCharsets.ISO_8859_1),
          kept.mode(),
          kept.owner(),
          kept.group());
    }
  }
}
