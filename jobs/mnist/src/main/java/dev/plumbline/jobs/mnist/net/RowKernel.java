package dev.plumbline.jobs.mnist.net;

/**
 * Sums of products in tiles of four rows by four.
 *
 * <p>Every row is an array of its own, and the inner loops read all their arrays at one index. Only
 * then does the JVM's compiler use vector instructions: arrays that are read at different offsets
 * might overlap. A tile makes sixteen products of twelve memory accesses, which keeps the
 * multipliers busy. Not for use by two threads at one time.
 */
final class RowKernel implements Kernel {
  private static final int TILE = 4;

  private final float[] factors = new float[TILE * TILE];
  private final InnerProducts innerProducts = new InnerProducts();

  @Override
  public void addProduct(float[][] sum, float[][] factor, float[][] rows) {
    int tiled = rows.length - rows.length % TILE;
    int i = 0;
    for (; i + TILE <= sum.length; i += TILE) {
      for (int k = 0; k < tiled; k += TILE) {
        for (int n = 0; n < TILE; n++) {
          System.arraycopy(factor[i + n], k, factors, n * TILE, TILE);
        }
        addTile(sum, i, rows, k);
      }
      for (int n = i; n < i + TILE; n++) {
        addRows(sum[n], factor[n], rows, tiled);
      }
    }
    for (; i < sum.length; i++) {
      addRows(sum[i], factor[i], rows, 0);
    }
  }

  @Override
  public void addTransposedProduct(float[][] sum, float[][] factor, float[][] rows) {
    int tiled = sum.length - sum.length % TILE;
    int k = 0;
    for (; k + TILE <= rows.length; k += TILE) {
      for (int i = 0; i < tiled; i += TILE) {
        for (int n = 0; n < TILE; n++) {
          for (int m = 0; m < TILE; m++) {
            factors[n * TILE + m] = factor[k + m][i + n];
          }
        }
        addTile(sum, i, rows, k);
      }
      for (int n = k; n < k + TILE; n++) {
        addToRows(sum, tiled, factor[n], rows[n]);
      }
    }
    for (; k < rows.length; k++) {
      addToRows(sum, 0, factor[k], rows[k]);
    }
  }

  @Override
  public void addInnerProducts(float[][] sum, float[][][] left, float[][][] right) {
    innerProducts.add(sum, left, right);
  }

  private void addTile(float[][] sum, int i, float[][] rows, int k) {
    multiply(sum[i], sum[i + 1], sum[i + 2], sum[i + 3], factors, rows, k);
  }

  private static void multiply(
      float[] y0, float[] y1, float[] y2, float[] y3, float[] f, float[][] rows, int k) {
    float[] x0 = rows[k];
    float[] x1 = rows[k + 1];
    float[] x2 = rows[k + 2];
    float[] x3 = rows[k + 3];
    float a0 = f[0], a1 = f[1], a2 = f[2], a3 = f[3];
    float b0 = f[4], b1 = f[5], b2 = f[6], b3 = f[7];
    float c0 = f[8], c1 = f[9], c2 = f[10], c3 = f[11];
    float d0 = f[12], d1 = f[13], d2 = f[14], d3 = f[15];
    for (int j = 0; j < y0.length; j++) {
      float p = x0[j];
      float q = x1[j];
      float r = x2[j];
      float s = x3[j];
      y0[j] = Math.fma(a3, s, Math.fma(a2, r, Math.fma(a1, q, Math.fma(a0, p, y0[j]))));
      y1[j] = Math.fma(b3, s, Math.fma(b2, r, Math.fma(b1, q, Math.fma(b0, p, y1[j]))));
      y2[j] = Math.fma(c3, s, Math.fma(c2, r, Math.fma(c1, q, Math.fma(c0, p, y2[j]))));
      y3[j] = Math.fma(d3, s, Math.fma(d2, r, Math.fma(d1, q, Math.fma(d0, p, y3[j]))));
    }
  }

  private static void addRows(float[] sum, float[] factor, float[][] rows, int from) {
    for (int k = from; k < rows.length; k++) {
      addRow(sum, factor[k], rows[k]);
    }
  }

  private static void addToRows(float[][] sum, int from, float[] factor, float[] row) {
    for (int i = from; i < sum.length; i++) {
      addRow(sum[i], factor[i], row);
    }
  }

  private static void addRow(float[] sum, float factor, float[] row) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] = Math.fma(factor, row[j], sum[j]);
    }
  }
}
