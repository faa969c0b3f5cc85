package dev.plumbline.resources;

/**
 * The ports of one machine, found by their interface: a new port is a new interface, and no edit of
 * this one.
 */
@FunctionalInterface
public interface Ports {
  /**
   * The port of that type.
   *
   * @throws IllegalArgumentException if the machine was wired without it
   */
  <P> P get(Class<P> port);
}
