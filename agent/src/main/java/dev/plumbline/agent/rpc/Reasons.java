package dev.plumbline.agent.rpc;

import io.grpc.Status;

/** Says in one line for a person why a stream ended. */
final class Reasons {
  private Reasons() {}

  /** The controller's own words if it refused us, else what broke underneath. */
  static String of(Status status) {
    Throwable root = status.getCause();
    while (root != null && root.getCause() != null) {
      root = root.getCause();
    }
    String description = status.getDescription() == null ? "" : status.getDescription();
    String cause = root == null || root.getMessage() == null ? "" : root.getMessage();
    if (cause.isEmpty() || description.contains(cause)) {
      return description.isEmpty() ? status.getCode().toString() : description;
    }
    return description.isEmpty() ? cause : description + ": " + cause;
  }
}
