package dev.plumbline.resources.value;

/**
 * Where a value was written.
 *
 * @param source the file as the user named it, or what else the text came from
 * @param line counted from 1; 0 if the value has no line
 * @param column counted from 1; 0 if the value has no column
 */
public record Origin(String source, int line, int column) implements Comparable<Origin> {
  /** A value that stands in no text, for example one that the code itself supplies. */
  public static Origin of(String source) {
    return new Origin(source, 0, 0);
  }

  @Override
  public int compareTo(Origin other) {
    int bySource = source.compareTo(other.source);
    if (bySource != 0) {
      return bySource;
    }
    int byLine = Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  @Override
  public String toString() {
    return line == 0 ? source : source + ":" + line + ":" + column;
  }
}
