package dev.plumbline.jobs.gene.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogarithmTest {
  @Test
  void powersOfTwoAreExact() {
    for (int power = -1022; power < 1024; power++) {
      assertThat(Logarithm.base2(Math.scalb(1.0, power))).isEqualTo(power);
    }
  }

  @Test
  void oneHasNeighboursWithLogarithmsOfTheirOwn() {
    double above = Math.nextUp(1.0) - 1;
    double below = 1 - Math.nextDown(1.0);

    assertThat(Logarithm.base2(Math.nextUp(1.0))).isCloseTo(above / Math.log(2), within(1e-30));
    assertThat(Logarithm.base2(Math.nextDown(1.0))).isCloseTo(-below / Math.log(2), within(1e-30));
  }

  /** C: {@code log2} of glibc 2.36, as R 4.2 calls it. */
  @Test
  void theLastBitIsCs() {
    assertThat(Logarithm.base2(3.0 / 1000000.0)).isEqualTo(-18.346606068603016);
    assertThat(Logarithm.base2(7.0 / 906864.0)).isEqualTo(-16.983171762188007);
    assertThat(Logarithm.base2(1.0 / 3.0)).isEqualTo(-1.5849625007211563);
    assertThat(Logarithm.base2(11.0 / 724522.0)).isEqualTo(-16.00723835346166);
    assertThat(Logarithm.base2(123.0 / 671812.0)).isEqualTo(-12.415183534520938);
    assertThat(Logarithm.base2(1999.0 / 1234567.0)).isEqualTo(-9.270510946301883);
    assertThat(Logarithm.base2(10.0 / 2.0)).isEqualTo(2.321928094887362);
    assertThat(Logarithm.base2(5.0 / 4.0)).isEqualTo(0.32192809488736235);
    assertThat(Logarithm.base2(999.0 / 1000.0)).isEqualTo(-0.0014434168696687186);
  }

  @Test
  void everyCellIsJoinedToTheNext() {
    Random random = new Random(1);
    for (int number = 0; number < 100_000; number++) {
      double value = Math.exp(random.nextGaussian() * 10);

      assertThat(Logarithm.base2(value)).isCloseTo(Math.log(value) / Math.log(2), within(2e-14));
    }
  }
}
