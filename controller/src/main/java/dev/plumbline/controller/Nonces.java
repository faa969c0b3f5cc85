package dev.plumbline.controller;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Texts that nobody can guess. */
final class Nonces {
  private static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Nonces() {}

  static String next() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
