package dev.plumbline.controller.ca;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A key and the certificate that speaks for it. */
public record Identity(PrivateKey key, X509Certificate certificate) {
  @Override
  public String toString() {
    return "identity of " + certificate.getSubjectX500Principal();
  }
}
