package dev.plumbline.inventory.job;

import java.nio.file.Path;

/**
 * The file that a job is read from.
 *
 * @param path absolute
 * @param name the file as the user named it, for messages
 */
public record JobFile(Path path, String name) {
  /** The directory that relative paths in the job file start at. */
  public Path directory() {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }
}
