package dev.plumbline.jobs.mnist.data;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Writes a pair of gzipped IDX files, digit by digit. */
public final class IdxWriter implements AutoCloseable {
  private final DataOutputStream images;
  private final DataOutputStream labels;

  /**
   * @param test whether these are the digits to be examined on, or those to learn from
   * @param count how many digits will follow
   */
  public IdxWriter(Path folder, boolean test, int count) throws IOException {
    images = open(folder, test ? IdxFile.TEST_IMAGES : IdxFile.TRAIN_IMAGES, count);
    labels = open(folder, test ? IdxFile.TEST_LABELS : IdxFile.TRAIN_LABELS, count);
    images.writeInt(Folder.SIDE);
    images.writeInt(Folder.SIDE);
  }

  private static DataOutputStream open(Path folder, IdxFile file, int count) throws IOException {
    OutputStream raw = Files.newOutputStream(folder.resolve(file.fileName() + ".gz"));
    var out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(raw), 1 << 16));
    out.writeInt(0x800 | file.dimensions());
    out.writeInt(count);
    return out;
  }

  public void write(byte[] image, int label) throws IOException {
    images.write(image);
    labels.writeByte(label);
  }

  @Override
  public void close() throws IOException {
    try (images;
        labels) {
      images.flush();
      labels.flush();
    }
  }
}
