package dev.plumbline.controller.job.content;

/** Which agent may have or bring which content. */
public interface Access {
  /** Whether a job of that node needs it. */
  boolean mayFetch(String node, String hash);

  /** Whether a job of that node brings its outputs just now. */
  boolean mayDeliver(String node);

  /** Bytes travelled to a node. */
  void fetched(String node, String hash, long bytes);
}
