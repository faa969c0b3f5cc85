package dev.plumbline.controller.agents;

import dev.plumbline.controller.model.CertificateRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Every certificate that was signed for an agent. */
public final class Certificates {
  private final Map<String, CertificateRecord> bySerial = new ConcurrentHashMap<>();

  public Certificates(Collection<CertificateRecord> known) {
    known.forEach(this::add);
  }

  public void add(CertificateRecord certificate) {
    bySerial.put(certificate.serial(), certificate);
  }

  public Optional<CertificateRecord> find(String serial) {
    return Optional.ofNullable(bySerial.get(serial));
  }

  /** The certificates of a node that are not revoked, oldest first. */
  public List<CertificateRecord> goodOf(String node) {
    return bySerial.values().stream()
        .filter(certificate -> certificate.node().equals(node) && certificate.revoked().isEmpty())
        .sorted(Comparator.comparing(CertificateRecord::signed))
        .toList();
  }

  /** Whether an agent of that node may call in. */
  public boolean expects(String node, Instant now) {
    return goodOf(node).stream().anyMatch(certificate -> now.isBefore(certificate.notAfter()));
  }

  public void revoke(String serial, Instant at) {
    bySerial.computeIfPresent(serial, (_, certificate) -> certificate.revokedAt(at));
  }
}
