package dev.plumbline.agent.identity;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;

/** A PKCS #10 certification request (RFC 2986). */
final class SigningRequest {
  private static final String COMMON_NAME = "2.5.4.3";
  private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";

  private SigningRequest() {}

  /** A request for that name, signed with the key that it is for; PEM. */
  static String of(String name, KeyPair keys) throws GeneralSecurityException {
    byte[] subject = Der.sequence(Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.utf8(name))));
    byte[] info =
        Der.sequence(Der.integer(0), subject, keys.getPublic().getEncoded(), Der.empty(0));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(info);
    return Pem.block(
        "CERTIFICATE REQUEST",
        Der.sequence(info, Der.sequence(Der.oid(ECDSA_WITH_SHA256)), Der.bits(signature.sign())));
  }
}
