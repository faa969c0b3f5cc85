package dev.plumbline.jobs.mnist.pictures;

import dev.plumbline.jobs.mnist.data.Digits;
import dev.plumbline.jobs.mnist.exam.Mistake;
import dev.plumbline.jobs.mnist.net.Block;
import java.nio.file.Path;
import java.util.List;

/** The digits that the net got wrong although it was most certain. */
public final class MistakesPicture {
  private static final int COLUMNS = 6;
  private static final int ROWS = 4;
  private static final int SCALE = 4;
  private static final int WIDE = Block.SIDE * SCALE + 28;
  private static final int HIGH = Block.SIDE * SCALE + 48;
  private static final int TOP = 50;

  private MistakesPicture() {}

  /**
   * Draws them into a PNG file.
   *
   * @param mistakes the worst first
   * @param digits the set that they are of
   */
  public static void write(List<Mistake> mistakes, Digits digits, Path file) {
    Canvas canvas = new Canvas(COLUMNS * WIDE + 16, ROWS * HIGH + TOP);
    canvas.text(16, 16, "the worst of %d mistakes".formatted(mistakes.size()), Canvas.BLACK);
    for (int i = 0; i < Math.min(COLUMNS * ROWS, mistakes.size()); i++) {
      Mistake mistake = mistakes.get(i);
      int x = 16 + i % COLUMNS * WIDE;
      int y = TOP + i / COLUMNS * HIGH;
      canvas.fill(x - 1, y - 1, Block.SIDE * SCALE + 2, Block.SIDE * SCALE + 2, Canvas.GREY);
      canvas.digit(x, y, digits.image(mistake.index()), Block.SIDE, SCALE);
      String caption =
          "%d as %d %.0f%%".formatted(mistake.label(), mistake.answer(), mistake.certainty() * 100);
      canvas.text(x, y + Block.SIDE * SCALE + 8, caption, Canvas.BLACK);
    }
    Png.write(canvas, file);
  }
}
