package dev.plumbline.controller.job;

import java.util.Set;

/**
 * What somebody wants.
 *
 * @param user who asks, as the kernel tells
 * @param force start on nodes that differ from what they should be
 * @param dryRun as far as the checks, and no further
 * @param secrets the names of environment variables whose values only the controller's memory has
 */
public record Asked(
    JobSpec spec,
    JobMessage message,
    String user,
    boolean force,
    boolean dryRun,
    Set<String> secrets) {
  public Asked {
    secrets = Set.copyOf(secrets);
  }
}
