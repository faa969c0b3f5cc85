package dev.plumbline.inventory.problems;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/** Cases whose files are too large for a repository. */
final class LargeFiles {
  private static final int MEBI = 1 << 20;

  static final Map<ProblemCase, Writer> CASES =
      Map.of(
          new ProblemCase("large-file", "ten-megabytes"),
          directory -> fill(directory.resolve("inventory.yaml"), "# filler\n", 10 * MEBI),
          new ProblemCase("large-file", "one-line"),
          directory -> fill(directory.resolve("inventory.yaml"), "x", 10 * MEBI),
          new ProblemCase("large-file", "one-byte-too-many"),
          directory -> fill(directory.resolve("inventory.yaml"), "# fill\n\n", 4 * MEBI + 1),
          new ProblemCase("large-file", "local"),
          directory -> {
            Files.writeString(
                directory.resolve("inventory.yaml"),
                "cluster: test\nnodes: {a: {address: 10.0.0.1}}\n");
            fill(directory.resolve("inventory.local.yaml"), "\n", 5 * MEBI);
          },
          new ProblemCase("source", "too-large"),
          directory -> {
            Files.writeString(
                directory.resolve("inventory.yaml"),
                """
                cluster: test
                nodes: {a: {address: 10.0.0.1}}
                groups: {all: {state: {files: {/etc/a: {source: large.txt}}}}}
                """);
            fill(directory.resolve("large.txt"), "0123456789\n", MEBI + 1);
          });

  private LargeFiles() {}

  /** Writes the files of a case into an empty directory. */
  @FunctionalInterface
  interface Writer {
    void write(Path directory) throws IOException;
  }

  static void write(ProblemCase large, Path directory) throws IOException {
    Objects.requireNonNull(CASES.get(large), () -> large + " has no files").write(directory);
  }

  private static void fill(Path file, String line, int size) throws IOException {
    byte[] bytes = new byte[size];
    byte[] unit = line.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < size; at += unit.length) {
      System.arraycopy(unit, 0, bytes, at, Math.min(unit.length, size - at));
    }
    Files.write(file, Arrays.copyOf(bytes, size));
  }
}
