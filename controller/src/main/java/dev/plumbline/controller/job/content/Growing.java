package dev.plumbline.controller.job.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A content that is not whole yet. Its hash grows with it, so that the end need not wait for all of
 * it to be read again; what came to an earlier process is read from the disk.
 */
final class Growing {
  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest = sha256();
  private long hashed;

  /**
   * Bytes were appended.
   *
   * @param size how much there was before
   * @param from index of the first of them
   */
  void add(long size, byte[] data, int from) {
    if (hashed != size) {
      // Bytes came or went behind our back: a process before this one, or room was made.
      digest.reset();
      hashed = 0;
    }
    if (hashed == size) {
      digest.update(data, from, data.length - from);
      hashed += data.length - from;
    }
  }

  /** Of all that is in the file; nothing can be added afterwards. */
  String hash(Path file) throws IOException {
    if (hashed < Files.size(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        in.skipNBytes(hashed);
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          digest.update(buffer, 0, read);
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
