package dev.plumbline.agent.identity;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** Takes the key out of a certification request. */
final class SigningRequestReader {
  private SigningRequestReader() {}

  /** SEQUENCE of SEQUENCE of version, subject, key. */
  static PublicKey publicKey(byte[] der) throws GeneralSecurityException {
    ByteBuffer request = ByteBuffer.wrap(der);
    enter(request);
    enter(request);
    skip(request);
    skip(request);
    int start = request.position();
    skip(request);
    return KeyFactory.getInstance("EC")
        .generatePublic(new X509EncodedKeySpec(Arrays.copyOfRange(der, start, request.position())));
  }

  private static int enter(ByteBuffer buffer) {
    buffer.get();
    int first = Byte.toUnsignedInt(buffer.get());
    if (first < 0x80) {
      return first;
    }
    int length = 0;
    for (int i = 0; i < (first & 0x7f); i++) {
      length = (length << 8) | Byte.toUnsignedInt(buffer.get());
    }
    return length;
  }

  private static void skip(ByteBuffer buffer) {
    int length = enter(buffer);
    buffer.position(buffer.position() + length);
  }
}
