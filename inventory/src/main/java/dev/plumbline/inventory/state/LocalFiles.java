package dev.plumbline.inventory.state;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The files that {@code source:} names, each read once. */
public final class LocalFiles {
  /** The most bytes that one file may have: all of them travel with the catalog. */
  public static final int LIMIT = 1 << 20;

  private final Function<String, Path> resolve;
  private final Map<Path, Content> read = new HashMap<>();

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
