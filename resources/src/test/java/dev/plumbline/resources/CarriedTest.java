package dev.plumbline.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CarriedTest {
  @Test
  void isAHashAndASize() {
    assertThat(new Carried("0".repeat(64), 0).size()).isZero();
    assertThatThrownBy(() -> new Carried("0", -1))
        .isInstanceOfSatisfying(
            InvalidSpecException.class,
            invalid ->
                assertThat(invalid.violations())
                    .extracting(Checks.Violation::id)
                    .containsExactly("carried-hash", "carried-size"));
  }
}
