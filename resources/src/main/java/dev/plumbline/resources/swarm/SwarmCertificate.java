package dev.plumbline.resources.swarm;

import dev.plumbline.resources.Failure;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;

/** Which swarm a node is in, by the certificate that the swarm gave it. */
record SwarmCertificate(String cluster, String nodeId, Role role) {
  /** Reads {@code swarm-node.crt}: O is the swarm, OU the role behind a hyphen, CN the node. */
  static SwarmCertificate parse(Path path, byte[] pem) throws Failure {
    try {
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(pem));
      String subject = certificate.getSubjectX500Principal().getName(X500Principal.RFC2253);
      return new SwarmCertificate(
          part(subject, "O"),
          part(subject, "CN"),
          part(subject, "OU").endsWith("manager") ? Role.MANAGER : Role.WORKER);
    } catch (CertificateException | IllegalArgumentException e) {
      throw new Failure(
          "cannot read the swarm's certificate " + path + ": " + e.getMessage(),
          "take the node out of the swarm with 'docker swarm leave --force', then apply again",
          e);
    }
  }

  private static String part(String subject, String name) {
    Matcher part = Pattern.compile("(?:^|,)" + name + "=([^,+]+)").matcher(subject);
    if (!part.find()) {
      throw new IllegalArgumentException("its subject has no " + name + ": " + subject);
    }
    return part.group(1);
  }
}
