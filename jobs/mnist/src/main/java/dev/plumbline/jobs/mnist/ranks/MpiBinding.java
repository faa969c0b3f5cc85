package dev.plumbline.jobs.mnist.ranks;

/** A way to reach the other ranks. Found by {@link java.util.ServiceLoader}. */
public interface MpiBinding {
  /** Joins the ranks that this process was started with. */
  Communicator join(String[] args);
}
