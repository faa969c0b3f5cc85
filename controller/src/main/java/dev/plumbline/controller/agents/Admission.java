package dev.plumbline.controller.agents;

import dev.plumbline.controller.model.AgentHello;
import dev.plumbline.controller.model.CertificateRecord;
import dev.plumbline.controller.model.NodeRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;

/** Who may speak for a node. Pure; each answer is one line for a person, or empty for yes. */
public final class Admission {
  private Admission() {}

  /** What can be said before the agent has said anything. */
  public static Optional<String> ofCertificate(
      Credential credential, Certificates certificates, Instant now) {
    Optional<CertificateRecord> known = certificates.find(credential.serial());
    Optional<Instant> revoked = known.flatMap(CertificateRecord::revoked);
    if (revoked.isPresent()) {
      return refusal(credential, "was revoked at " + revoked.get().truncatedTo(ChronoUnit.SECONDS));
    }
    if (!now.isBefore(credential.notAfter())) {
      return refusal(credential, "expired at " + credential.notAfter());
    }
    return known.isPresent()
        ? Optional.empty()
        : refusal(
            credential, "(serial " + credential.serial() + ") is not in this controller's records");
  }

  private static Optional<String> refusal(Credential credential, String why) {
    return Optional.of(
        "the certificate of "
            + credential.name()
            + " "
            + why
            + "; plumb apply installs its agent anew");
  }

  /**
   * What can be said of an agent that has introduced itself.
   *
   * @param others what is known of the nodes of the inventory
   */
  public static Optional<String> ofHello(
      AgentHello hello,
      Credential credential,
      Certificates certificates,
      Collection<NodeRecord> others) {
    if (!hello.node().equals(credential.name())) {
      return Optional.of(
          "the certificate of " + credential.name() + " cannot speak for " + hello.node());
    }
    Optional<String> clone = cloneOf(hello.node(), hello.machineId(), hello.hostKey(), others);
    if (clone.isPresent()) {
      return clone;
    }
    return certificates
        .find(credential.serial())
        .filter(signed -> !signed.machineId().equals(hello.machineId()))
        .map(_ ->
            hello.node()
                + " has another machine-id than the machine that its certificate was made on:"
                + " it was installed anew or copied; plumb apply makes first contact again");
  }

  /** Whether another node is the same machine, or one that a disk was copied from. */
  public static Optional<String> cloneOf(
      String node, String machineId, String hostKey, Collection<NodeRecord> others) {
    for (NodeRecord other : others) {
      if (other.name().equals(node) || other.seen().isEmpty()) {
        continue;
      }
      NodeRecord.Seen seen = other.seen().get();
      String clone = node + " looks like a clone of " + other.name() + ": both have ";
      if (!machineId.isEmpty() && machineId.equals(seen.machineId())) {
        return Optional.of(
            clone
                + "machine-id "
                + machineId
                + "; make a new one on "
                + node
                + " (rm /etc/machine-id; systemd-machine-id-setup), restart it, and run plumb apply");
      }
      if (!hostKey.isEmpty() && hostKey.equals(seen.hostKey())) {
        return Optional.of(
            clone
                + "the SSH host key "
                + hostKey
                + "; make new ones on "
                + node
                + " (rm /etc/ssh/ssh_host_*; dpkg-reconfigure openssh-server), and run plumb apply");
      }
    }
    return Optional.empty();
  }
}
