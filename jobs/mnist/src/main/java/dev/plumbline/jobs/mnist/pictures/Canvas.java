package dev.plumbline.jobs.mnist.pictures;

import java.util.Arrays;

/** A white sheet to draw on. Colours are 0xRRGGBB; what lies outside is not drawn. */
final class Canvas {
  static final int WHITE = 0xffffff;
  static final int BLACK = 0x202020;
  static final int GREY = 0xd0d0d0;

  final int width;
  final int height;
  private final int[] pixels;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    pixels = new int[width * height];
    Arrays.fill(pixels, WHITE);
  }

  int pixel(int x, int y) {
    return pixels[y * width + x];
  }

  void set(int x, int y, int colour) {
    if (x >= 0 && x < width && y >= 0 && y < height) {
      pixels[y * width + x] = colour;
    }
  }

  void fill(int left, int top, int wide, int high, int colour) {
    for (int y = top; y < top + high; y++) {
      for (int x = left; x < left + wide; x++) {
        set(x, y, colour);
      }
    }
  }

  /** A line of two pixels' width. */
  void line(double fromX, double fromY, double toX, double toY, int colour) {
    double steps = Math.max(1, Math.ceil(Math.hypot(toX - fromX, toY - fromY) * 2));
    for (int i = 0; i <= steps; i++) {
      int x = (int) Math.round(fromX + (toX - fromX) * i / steps);
      int y = (int) Math.round(fromY + (toY - fromY) * i / steps);
      fill(x, y, 2, 2, colour);
    }
  }

  /** Text whose upper left corner is given; twice as large as the letters are drawn. */
  void text(int left, int top, String text, int colour) {
    for (int i = 0; i < text.length(); i++) {
      byte[] columns = Letters.columns(text.charAt(i));
      for (int x = 0; x < columns.length; x++) {
        for (int y = 0; y < Letters.HEIGHT; y++) {
          if ((columns[x] >> y & 1) == 1) {
            int at = left + Letters.SCALE * (i * Letters.ADVANCE + x);
            fill(at, top + Letters.SCALE * y, Letters.SCALE, Letters.SCALE, colour);
          }
        }
      }
    }
  }

  /** Text in the middle between {@code left} and {@code left + wide}. */
  void centred(int left, int wide, int top, String text, int colour) {
    text(left + (wide - Letters.width(text)) / 2, top, text, colour);
  }

  /** A digit, dark on light, each of its pixels as a square of {@code scale} pixels. */
  void digit(int left, int top, byte[] image, int side, int scale) {
    for (int i = 0; i < image.length; i++) {
      int light = 255 - (image[i] & 0xff);
      int colour = light << 16 | light << 8 | light;
      fill(left + i % side * scale, top + i / side * scale, scale, scale, colour);
    }
  }
}
