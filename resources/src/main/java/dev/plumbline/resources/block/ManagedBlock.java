package dev.plumbline.resources.block;

import dev.plumbline.resources.Failure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds our lines in a file: those between {@code # BEGIN plumbline NAME} and {@code # END
 * plumbline NAME}.
 *
 * @param name tells the blocks of one file apart
 * @param comment what makes a line of that file a comment
 */
public record ManagedBlock(String name, String comment) {
  public static final String DEFAULT_COMMENT = "#";

  public String begin() {
    return comment + " BEGIN plumbline " + name;
  }

  public String end() {
    return comment + " END plumbline " + name;
  }

  /** Whether a line of text would be taken for one of our markers. */
  public boolean isMarker(String line) {
    String text = line.stripTrailing();
    return text.equals(begin()) || text.equals(end());
  }

  /**
   * Parts a file at our block.
   *
   * @param path for messages
   * @throws Failure if the markers are not one pair in order, so that nobody can say what is ours
   */
  public Parts split(Path path, byte[] content) throws Failure {
    List<Line> lines = Line.of(content);
    List<Integer> begins = positions(lines, begin());
    List<Integer> ends = positions(lines, end());
    if (begins.isEmpty() && ends.isEmpty()) {
      return Parts.without(this, lines);
    }
    if (begins.size() != 1 || ends.size() != 1 || begins.getFirst() > ends.getFirst()) {
      throw new Failure(
          path
              + " must hold '"
              + begin()
              + "' once and '"
              + end()
              + "' once after it; it holds the first on "
              + onLines(begins)
              + " and the second on "
              + onLines(ends),
          "Delete these marker lines and what is left of the block from " + path + ".");
    }
    return Parts.around(this, lines, begins.getFirst(), ends.getFirst());
  }

  private static List<Integer> positions(List<Line> lines, String marker) {
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).text().stripTrailing().equals(marker)) {
        positions.add(i);
      }
    }
    return positions;
  }

  private static String onLines(List<Integer> positions) {
    return positions.isEmpty()
        ? "no line"
        : "line "
            + String.join(", ", positions.stream().map(at -> Integer.toString(at + 1)).toList());
  }
}
