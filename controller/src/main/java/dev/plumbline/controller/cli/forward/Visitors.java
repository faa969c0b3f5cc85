package dev.plumbline.controller.cli.forward;

import dev.plumbline.controller.client.ControllerException;
import dev.plumbline.controller.client.page.Pages;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Serves browsers that ask for one page: each a question, then the answer. */
public final class Visitors {
  private static final int HEAD_MILLIS = 10_000;
  private static final long PATIENCE_SECONDS = 30;
  private final Pages.Owner owner;
  private final Function<String, Route> routes;
  private final Way way;
  private final Semaphore slots;

  private Visitors(Pages.Owner owner, Function<String, Route> routes, Way way, Semaphore slots) {
    this.owner = owner;
    this.routes = routes;
    this.way = way;
    this.slots = slots;
  }

  /**
   * Of the master's page.
   *
   * @param slots how many pages may be on their way at once; others wait for a while
   */
  public static Visitors ofMaster(String node, Way way, Semaphore slots) {
    return new Visitors(new Pages.Owner.Master(node), Route::ofMaster, way, slots);
  }

  /**
   * Of a driver's page.
   *
   * @param job 0: whichever runs
   * @param master the address of the master's page here
   */
  public static Visitors ofDriver(long job, String master, Way way, Semaphore slots) {
    return new Visitors(
        new Pages.Owner.OfJob(job), target -> Route.ofDriver(target, master), way, slots);
  }

  /** Reads a question, and answers it. */
  void serve(Socket browser) throws IOException {
    browser.setSoTimeout(HEAD_MILLIS);
    OutputStream out = browser.getOutputStream();
    Question question;
    try {
      question = Question.read(new java.io.BufferedInputStream(browser.getInputStream()));
    } catch (IllegalArgumentException e) {
      out.write(Question.answer("400 Bad Request", "", "plumb: " + e.getMessage()));
      return;
    }
    if (!question.reads()) {
      out.write(
          Question.answer(
              "405 Method Not Allowed",
              "Allow: GET, HEAD\r\n",
              "plumb: pages of Spark can be read here, and nothing else"));
    } else if (!question.meansThisMachine()) {
      out.write(
          Question.answer(
              "403 Forbidden", "", "plumb: ask for 127.0.0.1 or localhost, by no other name"));
    } else {
      switch (routes.apply(question.target())) {
        case Route.Page page -> waitAndAsk(question, page.target(), browser);
        case Route.Elsewhere elsewhere ->
            out.write(
                Question.answer(
                    "307 Temporary Redirect",
                    "Location: " + elsewhere.url() + "\r\n",
                    elsewhere.url()));
      }
    }
  }

  private void waitAndAsk(Question question, String target, Socket browser) throws IOException {
    try {
      if (!slots.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        browser
            .getOutputStream()
            .write(
                Question.answer(
                    "503 Service Unavailable",
                    "",
                    "plumb: too many pages are on their way; load it again"));
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    try {
      ask(question, target, browser);
    } finally {
      slots.release();
    }
  }

  private void ask(Question question, String target, Socket browser) throws IOException {
    Pages.Request request =
        new Pages.Request(
            question.method().equals("HEAD"),
            target,
            question.header("host"),
            question.header("accept"),
            question.header("accept-encoding"));
    Pieces pieces = new Pieces(browser.getOutputStream());
    try {
      way.get(owner, request, pieces::write);
    } catch (UncheckedIOException e) {
      throw e.getCause(); // The browser left.
    } catch (ControllerException e) {
      if (pieces.begun) {
        // An end in good order would make half of a page look like all of it.
        browser.setSoLinger(true, 0);
        throw new IOException("the page broke off", e);
      }
      browser.getOutputStream().write(Question.answer("502 Bad Gateway", "", "plumb: " + said(e)));
    }
  }

  private static String said(ControllerException e) {
    return e.remedy().isEmpty()
        ? String.valueOf(e.getMessage())
        : e.getMessage() + " → " + e.remedy();
  }

  /** The pieces of an answer on their way to the browser. */
  private static final class Pieces {
    private final OutputStream out;
    private boolean begun;

    Pieces(OutputStream out) {
      this.out = out;
    }

    void write(ByteBuffer piece) {
      byte[] bytes = new byte[piece.remaining()];
      piece.get(bytes);
      begun = true;
      try {
        out.write(bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
