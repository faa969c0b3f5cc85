package dev.plumbline.resources;

import java.util.Map;

/**
 * A spec that takes content from files on the machine where the inventory is read ({@code source:
 * motd.txt}). The inventory reads them, so that what leaves it is self-contained.
 *
 * @param <S> the spec's own type
 */
public interface Sourced<S extends Spec> extends Spec {
  /**
   * The files that are still to be read: the path as the inventory writes it, by the component that
   * holds it, as in {@link Checks.Violation#component()}. A path is absolute, starts with {@code
   * ~/}, or is relative to the directory of the inventory. Empty after {@link #inline}.
   */
  Map<String, String> sources();

  /**
   * The same spec with the content itself. Pure. Called before {@link Expandable#expand}.
   *
   * @param contents the bytes of every file that {@link #sources()} named, by component
   * @param checks receives what is wrong with a content, for example that it is not UTF-8
   */
  S inline(Map<String, byte[]> contents, Checks checks);
}
