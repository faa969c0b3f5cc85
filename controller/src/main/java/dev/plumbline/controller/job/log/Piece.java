package dev.plumbline.controller.job.log;

/** Some bytes of a log. */
public final class Piece {
  private final byte[] bytes;

  /**
   * @param bytes belong to this object from now on
   */
  public Piece(byte[] bytes) {
    this.bytes = bytes;
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return bytes.length + " bytes";
  }
}
