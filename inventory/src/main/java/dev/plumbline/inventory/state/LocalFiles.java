package dev.plumbline.inventory.state;

import dev.plumbline.resources.Carried;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;

/** The files of this machine that specs name, each read once. */
public final class LocalFiles {
  /** The most bytes that one file may have: all of them travel with the catalog. */
  public static final int LIMIT = 1 << 20;

  private static final int PIECE = 1 << 18;

  private final Function<String, Path> resolve;
  private final Map<Path, Content> read = new HashMap<>();
  private final Map<Path, Content> hashed = new HashMap<>();

  /** What reading a file gave. */
  sealed interface Content {
    /** The file's bytes. */
    final class Bytes implements Content {
      private final byte[] bytes;

      private Bytes(byte[] bytes) {
        this.bytes = bytes;
      }

      byte[] copy() {
        return bytes.clone();
      }
    }

    /** The hash of the file's bytes, which are not held. */
    record Hashed(CarriedFile file) implements Content {}

    record Missing(Path path) implements Content {}

    record TooLarge(long size) implements Content {}

    record Unreadable(Path path, String why) implements Content {}
  }

  /**
   * @param resolve makes a path as written absolute
   */
  public LocalFiles(Function<String, Path> resolve) {
    this.resolve = resolve;
  }

  Content read(String written) {
    return read.computeIfAbsent(resolve.apply(written), LocalFiles::open);
  }

  /** Looks at a file that travels beside a catalog, however large it is. */
  Content hash(String written) {
    return hashed.computeIfAbsent(resolve.apply(written), LocalFiles::digest);
  }

  private static Content digest(Path path) {
    if (Files.isDirectory(path)) {
      return new Content.Unreadable(path, "it is a directory");
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
      return new Content.Hashed(new CarriedFile(new Carried(hash, size), path, modified));
    } catch (NoSuchFileException e) {
      return new Content.Missing(path);
    } catch (IOException e) {
      return new Content.Unreadable(path, String.valueOf(e.getMessage()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Content open(Path path) {
    if (Files.isDirectory(path)) {
      return new Content.Unreadable(path, "it is a directory");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LIMIT + 1);
      return bytes.length > LIMIT
          ? new Content.TooLarge(Files.size(path))
          : new Content.Bytes(bytes);
    } catch (NoSuchFileException e) {
      return new Content.Missing(path);
    } catch (IOException e) {
      return new Content.Unreadable(path, String.valueOf(e.getMessage()));
    }
  }
}
