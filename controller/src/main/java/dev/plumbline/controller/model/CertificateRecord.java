package dev.plumbline.controller.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A certificate that was signed for an agent.
 *
 * @param serial lower-case hexadecimal
 * @param machineId of the machine on which first contact found the agent's key
 * @param revoked empty if it is good
 */
public record CertificateRecord(
    String serial,
    String node,
    String machineId,
    Instant signed,
    Instant notAfter,
    Optional<Instant> revoked) {
  public CertificateRecord revokedAt(Instant at) {
    return new CertificateRecord(serial, node, machineId, signed, notAfter, Optional.of(at));
  }
}
