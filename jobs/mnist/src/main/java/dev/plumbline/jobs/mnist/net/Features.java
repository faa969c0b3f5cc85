package dev.plumbline.jobs.mnist.net;

/**
 * Between the layers that see places and those that see whole digits: turns [channel][place and
 * digit] into [digit][channel and place], and back.
 */
final class Features {
  private Features() {}

  static void gather(float[][] channels, float[][] digits) {
    int places = channels[0].length / Block.SIZE;
    for (int digit = 0; digit < Block.SIZE; digit++) {
      for (int c = 0; c < channels.length; c++) {
        for (int place = 0; place < places; place++) {
          digits[digit][c * places + place] = channels[c][place * Block.SIZE + digit];
        }
      }
    }
  }

  static void spread(float[][] digits, float[][] channels) {
    int places = channels[0].length / Block.SIZE;
    for (int digit = 0; digit < Block.SIZE; digit++) {
      for (int c = 0; c < channels.length; c++) {
        for (int place = 0; place < places; place++) {
          channels[c][place * Block.SIZE + digit] = digits[digit][c * places + place];
        }
      }
    }
  }
}
