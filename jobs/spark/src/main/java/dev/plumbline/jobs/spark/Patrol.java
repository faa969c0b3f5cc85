package dev.plumbline.jobs.spark;

import java.io.IOException;

/** Looks at the workers again and again. */
final class Patrol implements Runnable {
  private static final long PAUSE_MILLIS = 1_000;
  private static final int ROUNDS_OF_SILENCE = 15;
  private static final int CANNOT_GO_ON = 1;
  private final Pages pages;
  private final Ledger ledger;

  Patrol(Pages pages, Ledger ledger) {
    this.pages = pages;
    this.ledger = ledger;
  }

  @Override
  public void run() {
    try {
      for (int round = 1; ; round++) {
        Thread.sleep(PAUSE_MILLIS);
        look();
        if (ledger.hopeless()) {
          ledger.say("no executor comes to life, so the job is ended");
          Runtime.getRuntime().halt(CANNOT_GO_ON);
        }
        if (round % ROUNDS_OF_SILENCE == 0 && !ledger.anyLives()) {
          ledger.say("no executor runs after " + round + " s: " + free());
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      for (Pages.Worker worker : pages.workers()) {
        for (String executor : pages.ended(worker)) {
          if (!ledger.knowsEnd(executor)) {
            ledger.ended(executor, worker.host(), pages.lastLines(worker, executor));
          }
        }
      }
    } catch (IOException e) {
      // A worker that just went does not answer; the next look leaves it out.
      return;
    }
  }

  private String free() {
    try {
      StringBuilder free = new StringBuilder();
      for (Pages.Worker worker : pages.workers()) {
        free.append(free.length() == 0 ? "" : ", ").append(worker);
      }
      return free.length() == 0 ? "there is no worker" : "the workers have " + free;
    } catch (IOException e) {
      return "the master of Spark does not answer: " + e.getMessage();
    }
  }
}
