package dev.plumbline.resources.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A file, parted at our block. New lines take the file's own line end. Our last marker always has
 * its end: programs choke on a comment that ends a file without one, and whoever appends a line
 * would write on. So a last line without an end gets one when a block is put behind it; but for
 * that, taking the block out again gives back the bytes from before.
 *
 * @param before the lines before our block; all lines where there is none
 * @param body our lines without the markers, each ended by LF; empty if there is no block
 * @param after the lines after our block
 * @param open whether the last line of the file has no line end
 */
public record Parts(
    ManagedBlock block,
    List<Line> before,
    Optional<String> body,
    List<Line> after,
    String lineEnd,
    boolean open) {
  public Parts {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  static Parts without(ManagedBlock block, List<Line> lines) {
    return new Parts(block, lines, Optional.empty(), List.of(), lineEnd(lines), isOpen(lines));
  }

  static Parts around(ManagedBlock block, List<Line> lines, int begin, int end) {
    String body =
        lines.subList(begin + 1, end).stream()
            .map(line -> line.text() + "\n")
            .collect(Collectors.joining());
    return new Parts(
        block,
        lines.subList(0, begin),
        Optional.of(body),
        lines.subList(end + 1, lines.size()),
        lineEnd(lines),
        isOpen(lines));
  }

  /** The same file with other lines round the block; a line without end gets one. */
  public Parts with(List<Line> before, List<Line> after) {
    return new Parts(block, before, body, after, lineEnd, open);
  }

  /**
   * The file with our block, in its place, or at the end where there was none.
   *
   * @param body our lines, each ended by LF
   */
  public byte[] with(String body) {
    List<Line> ours = new ArrayList<>();
    ours.add(Line.of(block.begin(), lineEnd));
    for (int at = 0; at < body.length(); at = body.indexOf('\n', at) + 1) {
      ours.add(Line.of(body.substring(at, body.indexOf('\n', at)), lineEnd));
    }
    ours.add(Line.of(block.end(), lineEnd));
    return join(ours, open && !after.isEmpty());
  }

  /** The file without our block. */
  public byte[] withoutBlock() {
    return join(List.of(), open);
  }

  private byte[] join(List<Line> middle, boolean endsOpen) {
    List<Line> lines = new ArrayList<>(before);
    lines.addAll(middle);
    lines.addAll(after);
    List<Line> joined = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean last = i == lines.size() - 1;
      if (last && endsOpen) {
        joined.add(lines.get(i).withEnd(""));
      } else {
        joined.add(lines.get(i).end().isEmpty() ? lines.get(i).withEnd(lineEnd) : lines.get(i));
      }
    }
    return Line.join(joined);
  }

  private static String lineEnd(List<Line> lines) {
    return lines.isEmpty() || !lines.getFirst().end().equals("\r\n") ? "\n" : "\r\n";
  }

  private static boolean isOpen(List<Line> lines) {
    return !lines.isEmpty() && lines.getLast().end().isEmpty();
  }
}
