package dev.plumbline.jobs.mnist.pictures;

import dev.plumbline.jobs.mnist.training.EpochResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Loss and error while the net was learning, epoch by epoch. */
public final class Curve {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 400;
  private static final int LEFT = 90;
  private static final int RIGHT = 30;
  private static final int TOP = 60;
  private static final int BOTTOM = 60;
  private static final int LINES = 5;
  private static final int LOSS = 0x1f5fbf;
  private static final int ERROR = 0xc0392b;

  private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
  private final List<EpochResult> epochs;
  private final double top;

  private Curve(List<EpochResult> epochs) {
    this.epochs = epochs;
    top =
        epochs.stream().mapToDouble(e -> Math.max(e.loss(), 1 - e.accuracy())).max().orElse(1)
            * 1.05;
  }

  /** Draws them into a PNG file. */
  public static void write(List<EpochResult> epochs, Path file) {
    Curve curve = new Curve(epochs);
    curve.axes();
    curve.draw(EpochResult::loss, LOSS);
    curve.draw(epoch -> 1 - epoch.accuracy(), ERROR);
    Png.write(curve.canvas, file);
  }

  private void axes() {
    for (int i = 0; i <= LINES; i++) {
      double value = top * i / LINES;
      canvas.fill(LEFT, (int) y(value), WIDTH - LEFT - RIGHT, 1, Canvas.GREY);
      canvas.text(20, (int) y(value) - 7, String.format(Locale.ROOT, "%.2f", value), Canvas.BLACK);
    }
    int every = Math.max(1, epochs.size() / 10);
    for (int i = 0; i < epochs.size(); i += every) {
      canvas.centred((int) x(i) - 20, 40, HEIGHT - BOTTOM + 12, "" + (i + 1), Canvas.BLACK);
    }
    canvas.centred(LEFT, WIDTH - LEFT - RIGHT, HEIGHT - 24, "epoch", Canvas.BLACK);
    canvas.text(LEFT, 20, "loss in nats", LOSS);
    canvas.text(LEFT + 220, 20, "share of wrong answers", ERROR);
  }

  private void draw(ToDoubleFunction<EpochResult> figure, int colour) {
    for (int i = 0; i < epochs.size(); i++) {
      double y = y(figure.applyAsDouble(epochs.get(i)));
      canvas.fill((int) x(i) - 3, (int) y - 3, 8, 8, colour);
      if (i > 0) {
        canvas.line(x(i - 1), y(figure.applyAsDouble(epochs.get(i - 1))), x(i), y, colour);
      }
    }
  }

  private double x(int epoch) {
    double wide = WIDTH - LEFT - RIGHT;
    return LEFT + wide * (epoch + 0.5) / epochs.size();
  }

  private double y(double value) {
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * value / top;
  }
}
