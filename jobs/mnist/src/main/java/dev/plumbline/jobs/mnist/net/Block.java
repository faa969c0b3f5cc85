package dev.plumbline.jobs.mnist.net;

/** The digits that the net works on at one time. Filled anew for every use. */
public final class Block {
  /** How many digits make a block. */
  public static final int SIZE = 16;

  /** Pixels of a row or column of an image. */
  public static final int SIDE = 28;

  final byte[][] images = new byte[SIZE][];
  final int[] labels = new int[SIZE];
  final int[] right = new int[SIZE];
  final int[] down = new int[SIZE];

  /**
   * Puts a digit at one of the places.
   *
   * @param image grey values, row by row, 0 is paper and 255 ink; not copied
   * @param right by how many pixels the net sees it moved
   * @param down likewise
   */
  public void set(int place, byte[] image, int label, int right, int down) {
    images[place] = image;
    labels[place] = label;
    this.right[place] = right;
    this.down[place] = down;
  }

  /** The ink at a pixel, from 0 to 1, with the digit moved. */
  float ink(int place, int x, int y) {
    int column = x - right[place];
    int row = y - down[place];
    boolean outside = column < 0 || column >= SIDE || row < 0 || row >= SIDE;
    return outside ? 0 : (images[place][row * SIDE + column] & 0xff) * (1 / 255f);
  }
}
