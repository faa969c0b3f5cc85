package dev.plumbline.agent.identity;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A certificate authority as a controller has it. */
public final class TestAuthority {
  private static final String SHA256_WITH_ECDSA = "1.2.840.10045.4.3.2";
  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
  private final KeyPair keys = keys();
  private final Instant now = Instant.now();
  private long serial = 1;

  public static KeyPair keys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** PEM of a private key. */
  public static String pem(KeyPair pair) {
    return Pem.block("PRIVATE KEY", pair.getPrivate().getEncoded());
  }

  /** Its own certificate, PEM. */
  public String certificate() {
    return issue("test authority", keys.getPublic(), true, Duration.ofDays(1));
  }

  /** A certificate for the key of a certification request, valid for an hour; PEM. */
  public String sign(String requestPem, String name) {
    return sign(requestPem, name, Duration.ofHours(1));
  }

  public String sign(String requestPem, String name, Duration lifetime) {
    try {
      byte[] request = Pem.der("CERTIFICATE REQUEST", requestPem);
      return issue(name, SigningRequestReader.publicKey(request), false, lifetime);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** A certificate whose alternative name is the given one; PEM. */
  public String issue(String name, PublicKey key) {
    return issue(name, key, false, Duration.ofHours(1));
  }

  private String issue(String name, PublicKey key, boolean authority, Duration lifetime) {
    byte[] algorithm = Der.sequence(Der.oid(SHA256_WITH_ECDSA));
    byte[] extension =
        authority
            ? extension("2.5.29.19", Der.sequence(tagged(0x01, new byte[] {(byte) 0xff})))
            : extension(
                "2.5.29.17", Der.sequence(tagged(0x82, name.getBytes(StandardCharsets.US_ASCII))));
    byte[] body =
        Der.sequence(
            tagged(0xa0, Der.integer(2)),
            Der.integer(serial++),
            algorithm,
            name("test authority"),
            Der.sequence(time(now.minus(Duration.ofDays(2))), time(now.plus(lifetime))),
            name(name),
            key.getEncoded(),
            tagged(0xa3, Der.sequence(extension)));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(keys.getPrivate());
      signature.update(body);
      byte[] whole = Der.sequence(body, algorithm, Der.bits(signature.sign()));
      return Pem.block("CERTIFICATE", whole);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] name(String commonName) {
    return Der.sequence(Der.set(Der.sequence(Der.oid("2.5.4.3"), Der.utf8(commonName))));
  }

  private static byte[] time(Instant instant) {
    return tagged(0x17, UTC_TIME.format(instant).getBytes(StandardCharsets.US_ASCII));
  }

  private static byte[] extension(String oid, byte[] value) {
    return Der.sequence(Der.oid(oid), tagged(0x04, value));
  }

  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    byte[] length = BigInteger.valueOf(content.length).toByteArray();
    if (content.length < 0x80) {
      out.write(content.length);
    } else {
      int skip = length[0] == 0 ? 1 : 0;
      out.write(0x80 | (length.length - skip));
      out.write(length, skip, length.length - skip);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }
}
