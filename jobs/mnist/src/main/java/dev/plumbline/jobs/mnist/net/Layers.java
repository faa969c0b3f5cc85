package dev.plumbline.jobs.mnist.net;

/** All weights of a net one after another in a flat array, and in the rows that the layers use. */
final class Layers {
  private final float[][][] layers;
  private final int size;

  /**
   * @param layers the rows of every layer, the first layer first
   */
  Layers(float[][]... layers) {
    this.layers = layers;
    int count = 0;
    for (float[][] rows : layers) {
      count += rows.length * rows[0].length;
    }
    size = count;
  }

  int size() {
    return size;
  }

  void readFrom(float[] flat) {
    int at = 0;
    for (float[][] rows : layers) {
      for (float[] row : rows) {
        System.arraycopy(flat, at, row, 0, row.length);
        at += row.length;
      }
    }
  }

  void writeTo(float[] flat) {
    int at = 0;
    for (float[][] rows : layers) {
      for (float[] row : rows) {
        System.arraycopy(row, 0, flat, at, row.length);
        at += row.length;
      }
    }
  }

  void clear() {
    for (float[][] rows : layers) {
      Rows.clear(rows);
    }
  }
}
