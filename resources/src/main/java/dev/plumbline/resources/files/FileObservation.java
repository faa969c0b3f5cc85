package dev.plumbline.resources.files;

import dev.plumbline.resources.host.files.FileStatus;
import java.util.Optional;

/**
 * What is at a path.
 *
 * @param attributes empty if nothing is there
 * @param content the file's content, or our block of it; empty if there is none, or if the spec
 *     leaves it alone
 */
public record FileObservation(Optional<Attributes> attributes, Optional<Content> content) {
  /** Nothing is there. */
  static final FileObservation NOTHING = new FileObservation(Optional.empty(), Optional.empty());

  /**
   * What is the same for all of a file.
   *
   * @param mode the permission bits
   * @param owner by name; by number where the spec gives a number
   * @param group likewise
   */
  public record Attributes(FileStatus.Type type, FileMode mode, String owner, String group) {}

  /**
   * What is in it.
   *
   * @param digest SHA-256 of the content in the encoding of the spec; empty if the file is too long
   *     to be what the spec wants
   * @param summary one line that tells it from others
   * @param text the content, where it may be shown and can be
   */
  public record Content(Optional<String> digest, String summary, Optional<String> text) {}
}
