package dev.plumbline.jobs.mnist.data;

import java.util.ArrayList;
import java.util.List;

/** Images of 28 × 28 grey values (0 is paper, 255 ink), row by row, and which digit each shows. */
public final class Digits {
  private final List<byte[]> images = new ArrayList<>();
  private final List<Byte> labels = new ArrayList<>();

  void add(byte[] image, byte label) {
    images.add(image);
    labels.add(label);
  }

  public int size() {
    return images.size();
  }

  /** Not a copy: not to be changed. */
  public byte[] image(int index) {
    return images.get(index);
  }

  public int label(int index) {
    return labels.get(index);
  }
}
