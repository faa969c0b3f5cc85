package dev.plumbline.controller.ca;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;

/**
 * Reads a certificate signing request (PKCS #10). Only its key counts: who it is for, first contact
 * says.
 */
final class SigningRequest {
  private static final int EC_BITS = 256;
  private static final int RSA_BITS = 2048;

  private SigningRequest() {}

  /**
   * The key that the request is signed with.
   *
   * @throws CertificateException if it is not a request, its signature is wrong, or its key is weak
   */
  static PublicKey key(String node, String pem) throws CertificateException {
    try {
      JcaPKCS10CertificationRequest request =
          new JcaPKCS10CertificationRequest(Pem.der("CERTIFICATE REQUEST", pem));
      PublicKey key = request.getPublicKey();
      if (!request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
        throw new CertificateException(
            "the certificate request of " + node + " is not signed with its own key");
      }
      if (!isStrong(key)) {
        throw new CertificateException(
            "the key of "
                + node
                + " is too weak: wanted EC with 256 bits or more, or RSA with 2048 or more");
      }
      return key;
    } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
      throw new CertificateException("the certificate request of " + node + " cannot be read", e);
    }
  }

  private static boolean isStrong(PublicKey key) {
    return switch (key) {
      case ECPublicKey ec -> ec.getParams().getCurve().getField().getFieldSize() >= EC_BITS;
      case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= RSA_BITS;
      default -> false;
    };
  }
}
