package dev.plumbline.jobs.gene.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.jobs.gene.input.InputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DesignTest {
  private static final List<String> LABELS = List.of("a", "b", "a", "b", "a", "b");

  private static TwoClasses classes() throws InputException {
    return TwoClasses.of("a", "b", LABELS);
  }

  @Test
  void aCovariateIsAccountedFor() throws InputException {
    List<String> batch = List.of("x", "x", "x", "y", "y", "y");
    double[] values = {3, 1, 3, 11, 13, 11};

    assertThat(Design.of(classes(), Map.of("batch", batch)).fit(values).coefficients())
        .containsExactly(new double[] {1, 2, 10}, within(1e-12));
  }

  @Test
  void aCovariateThatIsTheClassIsNamed() throws InputException {
    TwoClasses classes = classes();

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Design.of(classes, Map.of("batch", LABELS)))
        .withMessageContaining("the covariate batch cannot be told");
  }

  @Test
  void gapsInACovariateAreNamed() throws InputException {
    TwoClasses classes = classes();

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> Design.of(classes, Map.of("age", List.of("1", "", "2", "3", "4", "5"))))
        .withMessageContaining("the covariate age has no value for some samples");
  }

  @Test
  void classesThatCannotBeComparedAreRefused() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> TwoClasses.of("a", "c", LABELS))
        .withMessageContaining("class 'b'");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> TwoClasses.of("a", "b", List.of("a", "a", "b")))
        .withMessageContaining("class 'b' has fewer than two samples");
  }
}
