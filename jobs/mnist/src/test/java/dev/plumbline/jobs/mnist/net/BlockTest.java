package dev.plumbline.jobs.mnist.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BlockTest {
  @Test
  void movesADigitAndShowsPaperBesideIt() {
    byte[] image = new byte[Block.SIDE * Block.SIDE];
    image[5 * Block.SIDE + 7] = (byte) 255;
    image[27] = (byte) 255;
    Block block = new Block();
    block.set(3, image, 1, 2, -1);
    assertThat(block.ink(3, 9, 4)).isEqualTo(1);
    assertThat(block.ink(3, 7, 5)).isZero();
    assertThat(block.ink(3, 0, 27)).isZero();
  }
}
