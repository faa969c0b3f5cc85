package dev.plumbline.jobs.mnist.pictures;

import dev.plumbline.jobs.mnist.exam.Confusion;
import dev.plumbline.jobs.mnist.net.Shape;
import java.nio.file.Path;

/** Which digit was taken for which: right answers in green, wrong ones the redder the more. */
public final class ConfusionPicture {
  private static final int CELL = 56;
  private static final int LEFT = 60;
  private static final int TOP = 90;

  private ConfusionPicture() {}

  /** Draws it into a PNG file. */
  public static void write(Confusion confusion, Path file) {
    int side = Shape.CLASSES * CELL;
    Canvas canvas = new Canvas(LEFT + side + 30, TOP + side + 30);
    canvas.text(LEFT, 20, "rows: the digit, columns: the answer", Canvas.BLACK);
    int most = mostMistakes(confusion);
    for (int label = 0; label < Shape.CLASSES; label++) {
      int y = TOP + label * CELL;
      canvas.centred(LEFT + label * CELL, CELL, TOP - 24, "" + label, Canvas.BLACK);
      canvas.centred(0, LEFT, y + CELL / 2 - 7, "" + label, Canvas.BLACK);
      for (int answer = 0; answer < Shape.CLASSES; answer++) {
        int x = LEFT + answer * CELL;
        int count = confusion.count(label, answer);
        int colour = label == answer ? 0xcdebd0 : red(count, most);
        canvas.fill(x, y, CELL - 2, CELL - 2, colour);
        if (count > 0) {
          canvas.centred(x, CELL - 2, y + CELL / 2 - 7, "" + count, Canvas.BLACK);
        }
      }
    }
    Png.write(canvas, file);
  }

  private static int mostMistakes(Confusion confusion) {
    int most = 1;
    for (int label = 0; label < Shape.CLASSES; label++) {
      for (int answer = 0; answer < Shape.CLASSES; answer++) {
        most = Math.max(most, label == answer ? 0 : confusion.count(label, answer));
      }
    }
    return most;
  }

  private static int red(int count, int most) {
    int fade = count == 0 ? 245 : 225 - 130 * count / most;
    return (count == 0 ? 245 : 255) << 16 | fade << 8 | fade;
  }
}
