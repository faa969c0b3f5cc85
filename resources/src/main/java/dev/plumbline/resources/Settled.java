package dev.plumbline.resources;

/**
 * A resource that the steps before it may bring along: a service that its package enables and
 * starts. Its step in a plan says so, and may find nothing left to do.
 *
 * @param <O> what the resource is
 */
public interface Settled<O> {
  /** Whether what this resource stands on is not there yet. Pure. */
  boolean mayBeSettled(O observed);
}
