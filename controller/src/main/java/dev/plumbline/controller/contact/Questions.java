package dev.plumbline.controller.contact;

import java.util.List;
import java.util.Optional;

/** What only a person can answer. Each is asked at most once for all nodes. */
public interface Questions {
  /** The password of SSH for these nodes; empty if nobody is there to ask. */
  Optional<String> sshPassword(List<String> nodes);

  /** The password of sudo on these nodes; empty if nobody is there to ask. */
  Optional<String> sudoPassword(List<String> nodes);

  /** Whether these host keys are the right ones. */
  Verdict hostKeys(List<UnknownHost> hosts);

  /** What was said about host keys. */
  enum Verdict {
    ACCEPTED,
    REFUSED,
    /** Nobody is there to ask. */
    NOBODY
  }

  /**
   * A host whose key is not known here.
   *
   * @param fingerprint as {@code ssh-keygen -l} prints it: {@code SHA256:… (ED25519)}
   */
  record UnknownHost(String node, String host, String fingerprint) {}
}
