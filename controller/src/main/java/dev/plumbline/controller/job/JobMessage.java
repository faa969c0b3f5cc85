package dev.plumbline.controller.job;

import java.util.Arrays;

/** A job as it travels and as the disk keeps it. What is in it stays closed here. */
public final class JobMessage {
  private final byte[] bytes;

  public JobMessage(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JobMessage that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "job of " + bytes.length + " bytes";
  }
}
