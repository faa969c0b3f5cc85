package dev.plumbline.agent.rpc;

import io.grpc.Status;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in one line for a person why a stream ended. */
final class Reasons {
  /** How the platform begins to tell of what the other side refused; the alert's name follows. */
  private static final String ALERT = "Received fatal alert: ";

  private static final String WORDLESS = "it closed the connection without a word (";

  private Reasons() {}

  /** Whether the other side may have said why, and it was not heard. */
  static boolean isWordless(String reason) {
    return reason.startsWith(WORDLESS);
  }

  /** What a message of the platform says of our certificate. */
  static Optional<String> refused(String message) {
    int alert = message.indexOf(ALERT);
    return alert < 0
        ? Optional.empty()
        : Optional.of(
            "it refuses our certificate ("
                + message.substring(alert + ALERT.length())
                + "), which its authority has not signed for an agent: run 'plumb agent install'"
                + " again");
  }

  /** The controller's own words if it refused us, else what broke underneath. */
  static String of(Status status) {
    String description = status.getDescription() == null ? "" : status.getDescription();
    Throwable cause = status.getCause();
    if (cause == null) {
      return description.isEmpty() ? status.getCode().toString() : description;
    }
    String root = root(cause);
    Optional<String> refused = refused(root);
    if (refused.isPresent()) {
      return refused.get();
    }
    if (comesFrom(cause, GeneralSecurityException.class) || comesFrom(cause, SSLException.class)) {
      return "what answers there is not the controller of our cluster: " + root;
    }
    if (root.equals("Broken pipe") || root.startsWith("Connection reset")) {
      return WORDLESS + root + ")";
    }
    return description.isEmpty() || root.contains(description) ? root : description + ": " + root;
  }

  private static String root(Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  private static boolean comesFrom(Throwable thrown, Class<? extends Throwable> type) {
    for (@Nullable Throwable at = thrown; at != null; at = at.getCause()) {
      if (type.isInstance(at)) {
        return true;
      }
    }
    return false;
  }
}
