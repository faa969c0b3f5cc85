package dev.plumbline.jobs.mnist.data;

/**
 * The four files of the data set, with the MD5 of the real ones, uncompressed, as published with
 * them.
 */
public enum IdxFile {
  TRAIN_IMAGES("train-images", 3, "6bbc9ace898e44ae57da46a324031adb"),
  TRAIN_LABELS("train-labels", 1, "a25bea736e30d166cdddb491f175f624"),
  TEST_IMAGES("t10k-images", 3, "2646ac647ad5339dbf082846283269ea"),
  TEST_LABELS("t10k-labels", 1, "27ae3e4e09519cfbb04c329615203637");

  private final String stem;
  private final int dimensions;
  private final String md5;

  IdxFile(String stem, int dimensions, String md5) {
    this.stem = stem;
    this.dimensions = dimensions;
    this.md5 = md5;
  }

  /** The name of the uncompressed file, such as {@code train-images-idx3-ubyte}. */
  public String fileName() {
    return "%s-idx%d-ubyte".formatted(stem, dimensions);
  }

  /** How many dimensions it has: count, rows and columns, or the count only. */
  public int dimensions() {
    return dimensions;
  }

  boolean isReal(String digest) {
    return md5.equals(digest);
  }
}
