package dev.plumbline.inventory.state;

import dev.plumbline.inventory.input.Inputs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The files that {@code source:} names, each read once. */
public final class LocalFiles {
  /** The most bytes that one file may have: all of them travel with the catalog. */
  public static final int LIMIT = 1 << 20;

  private final Inputs inputs;
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
  public LocalFiles(Inputs inputs, Function<String, Path> resolve) {
    this.inputs = inputs;
    this.resolve = resolve;
  }

  Content read(String written) {
    return read.computeIfAbsent(resolve.apply(written), this::open);
  }

  private Content open(Path path) {
    try {
      Optional<byte[]> found = inputs.file(path);
      if (found.isEmpty()) {
        return new Content.Missing(path);
      }
      byte[] bytes = found.get();
      return bytes.length > LIMIT
          ? new Content.TooLarge(inputs.size(path))
          : new Content.Bytes(bytes);
    } catch (IOException e) {
      return new Content.Unreadable(path, String.valueOf(e.getMessage()));
    }
  }
}
