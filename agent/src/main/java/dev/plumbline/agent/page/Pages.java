package dev.plumbline.agent.page;

import dev.plumbline.agent.job.spark.LocalSpark;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Asks pages of Spark on this node. */
public final class Pages {
  /** So many at once; the connection to the controller carries the files of jobs, too. */
  static final int MOST = 12;

  private static final int CONNECT_MILLIS = 5_000;
  private static final int PIECE = 32 << 10;
  private final LocalSpark spark;
  private final int silenceMillis;
  private final Semaphore free = new Semaphore(MOST);

  public Pages(LocalSpark spark) {
    this(spark, 60_000);
  }

  /**
   * @param silenceMillis how long a page may say nothing
   */
  Pages(LocalSpark spark, int silenceMillis) {
    this.spark = spark;
    this.silenceMillis = silenceMillis;
  }

  /**
   * Asks a page, and hands on all that it answers.
   *
   * @param job whose driver's page it is; empty: the master's
   */
  public void ask(Optional<String> job, Question question, Answer answer)
      throws Failure, InterruptedException {
    if (!free.tryAcquire()) {
      throw new Failure(
          MOST + " pages of Spark are on their way from this node already",
          "wait for them, and load the page again");
    }
    try {
      ask(spark.page(job), question, answer);
    } finally {
      free.release();
    }
  }

  private void ask(int port, Question question, Answer answer)
      throws Failure, InterruptedException {
    try (Socket server = new Socket()) {
      answer.whenOver(() -> close(server));
      server.connect(
          new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), CONNECT_MILLIS);
      server.setSoTimeout(silenceMillis);
      server.getOutputStream().write(question.bytes());
      copy(server.getInputStream(), answer);
    } catch (IOException e) {
      throw new Failure(
          "the page of Spark at 127.0.0.1:" + port + " does not answer: " + e.getMessage(),
          "load it again; a driver has a page while it has a SparkContext, and no other",
          e);
    }
  }

  private static void copy(InputStream in, Answer answer) throws IOException, InterruptedException {
    byte[] piece = new byte[PIECE];
    int length = in.read(piece);
    while (length >= 0 && answer.piece(piece, length)) {
      length = in.read(piece);
    }
  }

  private static void close(Socket server) {
    try {
      server.close();
    } catch (IOException e) {
      return; // It was closed anyway.
    }
  }
}
