package dev.plumbline.jobs.mnist.net;

/**
 * The sums of products that all layers are made of. A matrix is an array of rows.
 *
 * <p>Every element is summed in one fixed order: the same operands give the same bits, each time
 * and on each machine.
 */
interface Kernel {
  /** {@code sum += factor × rows}: {@code sum[i] += Σk factor[i][k] · rows[k]}. */
  void addProduct(float[][] sum, float[][] factor, float[][] rows);

  /** {@code sum += factorᵀ × rows}: {@code sum[i] += Σk factor[k][i] · rows[k]}. */
  void addTransposedProduct(float[][] sum, float[][] factor, float[][] rows);

  /**
   * {@code sum[i][k] += Σn left[n][i] · right[n][k]}, where · is the inner product of two rows.
   *
   * @param sum an even number of rows of an even length
   * @param left an even number of matrices
   */
  void addInnerProducts(float[][] sum, float[][][] left, float[][][] right);
}
