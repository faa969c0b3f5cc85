package dev.plumbline.controller.client.page;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Pages of Spark. Every method blocks until the answer is complete, and throws {@link
 * dev.plumbline.controller.client.ControllerException} if there is none.
 */
public interface Pages {
  /**
   * Where pages are.
   *
   * @param master the node of the master
   * @param driver of the job that runs; empty if none does
   */
  record Found(String master, Optional<Driver> driver) {}

  /** A driver that runs. */
  record Driver(long job, String node) {}

  /** Whose page. */
  sealed interface Owner {
    /** The master, on its node. */
    record Master(String node) implements Owner {}

    /** The driver of a job; 0: of that of Spark which began last, and runs. */
    record OfJob(long job) implements Owner {}
  }

  /**
   * What a browser asks.
   *
   * @param head whether only the head of the answer is wanted
   * @param target path and query
   * @param host how the browser calls who it asks
   * @param accept what it can read; may be empty
   * @param encoding how it may be packed; may be empty
   */
  record Request(boolean head, String target, String host, String accept, String encoding) {}

  /**
   * Looks what there is.
   *
   * @param job 0: whichever runs
   */
  Found find(long job);

  /**
   * Hands over the HTTP answer of a page as its server gave it, head and body, piece by piece. A
   * receiver that throws ends it.
   */
  void get(Owner owner, Request request, Consumer<ByteBuffer> pieces);
}
