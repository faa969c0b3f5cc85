package dev.plumbline.jobs.mnist.net;

/**
 * Between the layers that see places and those that see whole digits: turns [channel][place and
 * digit] into [digit][channel and place], and back.
 */
final class Features {
  private Features() {}

  static void gather(float[][] channels, float[][] digits) {
    int places = channels[0].length / Block.SIZE;
    for (int c = 0; c < channels.length; c++) {
      for (int i = 0; i < channels[c].length; i++) {
        digits[i % Block.SIZE][c * places + i / Block.SIZE] = channels[c][i];
      }
    }
  }

  static void spread(float[][] digits, float[][] channels) {
    int places = channels[0].length / Block.SIZE;
    for (int c = 0; c < channels.length; c++) {
      for (int i = 0; i < channels[c].length; i++) {
        channels[c][i] = digits[i % Block.SIZE][c * places + i / Block.SIZE];
      }
    }
  }
}
