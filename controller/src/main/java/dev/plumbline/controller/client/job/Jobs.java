package dev.plumbline.controller.client.job;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a controller does about jobs. Every method blocks until the answer is complete, and throws
 * {@link dev.plumbline.controller.client.ControllerException} if there is none.
 */
public interface Jobs {
  /** A content, and how many of its bytes the other side has already. */
  record From(String hash, long offset) {}

  /** Which of these contents the controller lacks, and from which byte on. */
  List<From> offer(List<Content> contents);

  /**
   * A piece of a content.
   *
   * @param offset of its first byte
   * @param last whether the content ends with it
   */
  record Piece(String hash, long offset, ByteBuffer data, boolean last) {}

  /**
   * Sends pieces, of one content or of several.
   *
   * @param pieces together at most 1 MiB
   */
  void put(List<Piece> pieces);

  /** Hands over a content piece by piece, in their order. */
  void get(String hash, Consumer<ByteBuffer> pieces);

  /** Checks, queues and follows a job. A caller that leaves leaves the job running. */
  void run(RunRequest request, Consumer<JobEvent> events);

  /**
   * Tells of a job that was queued before.
   *
   * @param logOffset where its log begins for this caller
   * @param wait whether to go on until it has ended; else what there is now
   */
  void follow(long job, long logOffset, boolean wait, Consumer<JobEvent> events);

  /**
   * Hands over the jobs once.
   *
   * @param watch whether to hand them over again after each change
   */
  void list(boolean watch, int limit, Consumer<JobsReport> reports);

  /**
   * @param job 0: the newest
   */
  JobRecord get(long job);

  /**
   * @return why it refuses; empty if it is done
   */
  String cancel(long job);

  /**
   * Asks the Java ranks of a job for their threads; they write them into its log.
   *
   * @return why it refuses; empty if it is done
   */
  String dump(long job);

  /**
   * No job starts on the node any more.
   *
   * @return why it refuses; empty if it is done
   */
  String drain(String node, String reason);

  /**
   * Jobs start on the node again.
   *
   * @return why it refuses; empty if it is done
   */
  String resume(String node);

  /**
   * Every node reaches for every other.
   *
   * @param network CIDR; empty: of the nodes' addresses
   */
  List<NodeReach> checkNetwork(List<String> limit, String network);
}
