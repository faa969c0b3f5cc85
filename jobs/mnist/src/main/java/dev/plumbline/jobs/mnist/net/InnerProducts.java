package dev.plumbline.jobs.mnist.net;

/**
 * Inner products of long rows, four at a time.
 *
 * <p>The JVM may not reorder a sum of floats and so computes an inner product one element after
 * another. Here the products of many pairs of rows are first added up element by element, which it
 * does with vector instructions; only that one row of sums is then added up slowly.
 */
final class InnerProducts {
  private float[][] lanes = new float[4][0];

  void add(float[][] sum, float[][][] left, float[][][] right) {
    int width = left[0][0].length;
    if (lanes[0].length != width) {
      lanes = new float[4][width];
    }
    for (int i = 0; i < sum.length; i += 2) {
      for (int k = 0; k < sum[i].length; k += 2) {
        Rows.clear(lanes);
        for (int n = 0; n < left.length; n += 2) {
          multiply(lanes, left[n], left[n + 1], i, right[n], right[n + 1], k);
        }
        sum[i][k] += total(lanes[0]);
        sum[i][k + 1] += total(lanes[1]);
        sum[i + 1][k] += total(lanes[2]);
        sum[i + 1][k + 1] += total(lanes[3]);
      }
    }
  }

  private static void multiply(
      float[][] sum, float[][] a, float[][] b, int i, float[][] c, float[][] d, int k) {
    float[] a0 = a[i], a1 = a[i + 1];
    float[] b0 = b[i], b1 = b[i + 1];
    float[] c0 = c[k], c1 = c[k + 1];
    float[] d0 = d[k], d1 = d[k + 1];
    float[] s0 = sum[0], s1 = sum[1], s2 = sum[2], s3 = sum[3];
    // Each element is read once, into a local: a longer loop would not be compiled to vectors.
    for (int j = 0; j < s0.length; j++) {
      float p = a0[j];
      float q = a1[j];
      float r = b0[j];
      float s = b1[j];
      float t = c0[j];
      float u = c1[j];
      float v = d0[j];
      float w = d1[j];
      s0[j] = Math.fma(r, v, Math.fma(p, t, s0[j]));
      s1[j] = Math.fma(r, w, Math.fma(p, u, s1[j]));
      s2[j] = Math.fma(s, v, Math.fma(q, t, s2[j]));
      s3[j] = Math.fma(s, w, Math.fma(q, u, s3[j]));
    }
  }

  private static float total(float[] row) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int j = 0;
    for (; j + 4 <= row.length; j += 4) {
      a += row[j];
      b += row[j + 1];
      c += row[j + 2];
      d += row[j + 3];
    }
    for (; j < row.length; j++) {
      a += row[j];
    }
    return (a + b) + (c + d);
  }
}
