package dev.plumbline.inventory.input;

import dev.plumbline.resources.Carried;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A file of this machine that travels beside a catalog.
 *
 * @param modified when it was changed last, when it was looked at
 */
public record CarriedFile(Carried content, Path file, FileTime modified) {
  private static final int PIECE = 1 << 18;

  static Optional<CarriedFile> of(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      throw new IOException("it is a directory");
    }
    try (InputStream in = Files.newInputStream(path)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      FileTime modified = Files.getLastModifiedTime(path);
      byte[] piece = new byte[PIECE];
      long size = 0;
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        digest.update(piece, 0, read);
        size += read;
      }
      String hash = HexFormat.of().formatHex(digest.digest());
      return Optional.of(new CarriedFile(new Carried(hash, size), path, modified));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
