package dev.plumbline.controller.client.job;

import java.util.Map;

/**
 * Asks to run a job.
 *
 * @param secrets values by name; never stored
 * @param force also on nodes that drifted or were not converged
 * @param dryRun as far as the checks, and no further
 */
public record RunRequest(AskedJob job, Map<String, String> secrets, boolean force, boolean dryRun) {
  public RunRequest {
    secrets = Map.copyOf(secrets);
  }

  /** Without the values of secrets. */
  @Override
  public String toString() {
    return "RunRequest[" + job.name() + ", force=" + force + ", dryRun=" + dryRun + "]";
  }
}
