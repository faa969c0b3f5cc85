package dev.plumbline.agent.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Text forms of keys and certificates (RFC 7468). */
final class Pem {
  private static final int WIDTH = 64;

  private Pem() {}

  static String block(String label, byte[] der) {
    String base64 = Base64.getMimeEncoder(WIDTH, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n";
  }

  /**
   * The bytes of the only block of that label.
   *
   * @throws GeneralSecurityException if the text is not such a block
   */
  static byte[] der(String label, String pem) throws GeneralSecurityException {
    String begin = "-----BEGIN " + label + "-----";
    int from = pem.indexOf(begin);
    int to = pem.indexOf("-----END " + label + "-----");
    if (from < 0 || to < from) {
      throw new GeneralSecurityException("it holds no " + label);
    }
    try {
      return Base64.getMimeDecoder()
          .decode(pem.substring(from + begin.length(), to).getBytes(StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("its " + label + " is damaged", e);
    }
  }
}
