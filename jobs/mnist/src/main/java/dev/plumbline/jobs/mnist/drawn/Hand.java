package dev.plumbline.jobs.mnist.drawn;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A hand that writes every digit a little differently: turned, slanted, stretched, unsteady. */
final class Hand {
  private static final int SIDE = 28;
  private static final int MIDDLE = 50;
  private static final int PIECES = 6;

  private final Random random;

  Hand(Random random) {
    this.random = random;
  }

  /** Draws a digit as 28 × 28 grey values. */
  byte[] draw(DigitShape shape) {
    double turn = 0.16 * random.nextGaussian();
    double slant = 0.18 * random.nextGaussian();
    double wide = 0.19 * (1 + 0.15 * random.nextGaussian());
    double high = 0.21 * (1 + 0.10 * random.nextGaussian());
    double right = 0.8 * random.nextGaussian();
    double down = 0.8 * random.nextGaussian();
    double unsteady = 3.2;
    double pen = 0.8 + 0.9 * random.nextDouble();
    double[] ink = new double[SIDE * SIDE];
    for (List<Point> stroke : shape.strokes()) {
      List<Point> path = new ArrayList<>();
      for (Point point : stroke) {
        double x = point.x() - MIDDLE + unsteady * random.nextGaussian();
        double y = point.y() - MIDDLE + unsteady * random.nextGaussian();
        double px = wide * (x - slant * y);
        double py = high * y;
        path.add(
            new Point(
                SIDE / 2.0 + right + Math.cos(turn) * px - Math.sin(turn) * py,
                SIDE / 2.0 + down + Math.sin(turn) * px + Math.cos(turn) * py));
      }
      run(smooth(path), pen, ink);
    }
    byte[] image = new byte[ink.length];
    for (int i = 0; i < ink.length; i++) {
      image[i] = (byte) Math.round(255 * ink[i]);
    }
    return image;
  }

  /** Catmull and Rom's curve through the points, in short straight pieces. */
  private static List<Point> smooth(List<Point> points) {
    List<Point> path = new ArrayList<>();
    for (int i = 0; i + 1 < points.size(); i++) {
      Point before = points.get(Math.max(i - 1, 0));
      Point from = points.get(i);
      Point to = points.get(i + 1);
      Point after = points.get(Math.min(i + 2, points.size() - 1));
      for (int piece = 0; piece < PIECES; piece++) {
        double t = (double) piece / PIECES;
        path.add(
            new Point(
                between(before.x(), from.x(), to.x(), after.x(), t),
                between(before.y(), from.y(), to.y(), after.y(), t)));
      }
    }
    path.add(points.getLast());
    return path;
  }

  private static double between(double a, double b, double c, double d, double t) {
    return 0.5
        * (2 * b + t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * b - a - 3 * c + d))));
  }

  /** Inks every pixel by its distance to the path; the edge of the pen is one pixel soft. */
  private static void run(List<Point> path, double pen, double[] ink) {
    for (int i = 0; i + 1 < path.size(); i++) {
      Point a = path.get(i);
      Point b = path.get(i + 1);
      int left = (int) Math.floor(Math.min(a.x(), b.x()) - pen - 1);
      int right = (int) Math.ceil(Math.max(a.x(), b.x()) + pen + 1);
      int top = (int) Math.floor(Math.min(a.y(), b.y()) - pen - 1);
      int bottom = (int) Math.ceil(Math.max(a.y(), b.y()) + pen + 1);
      for (int y = Math.max(top, 0); y <= Math.min(bottom, SIDE - 1); y++) {
        for (int x = Math.max(left, 0); x <= Math.min(right, SIDE - 1); x++) {
          double depth = pen + 0.5 - new Point(x + 0.5, y + 0.5).distance(a, b);
          int at = y * SIDE + x;
          ink[at] = Math.max(ink[at], Math.max(0, Math.min(1, depth)));
        }
      }
    }
  }
}
