package dev.plumbline.jobs.mnist.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.jobs.mnist.problem.Problem;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
  @Test
  void readsValues() {
    Options options = parse("--data", "here", "--epochs", "3", "--rate", "0.5", "--seed", "-7");
    assertThat(options.folder("data")).isEqualTo(Path.of("here"));
    assertThat(options.count("epochs", 1)).isEqualTo(3);
    assertThat(options.positive("rate", 1)).isEqualTo(0.5);
    assertThat(options.number("seed", 1)).isEqualTo(-7);
  }

  @Test
  void usesDefaults() {
    assertThat(parse().count("epochs", 4)).isEqualTo(4);
    assertThat(parse().value("data")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--verbose yes | unknown option '--verbose'; there are --data, --epochs, --rate, --seed",
        "data here | unknown option 'data'; there are --data, --epochs, --rate, --seed",
        "--data | option --data lacks its value",
        "--seed 1 --seed 2 | option --seed is given twice",
        "--epochs many | --epochs many: that is no whole number",
        "--epochs -1 | --epochs -1: it must lie from 0 to 1,000,000",
        "--rate 0 | --rate 0: it must be greater than 0",
        "--rate NaN | --rate NaN: it must be greater than 0",
        "--rate big | --rate big: that is no number",
        "--seed 1 | option --data is missing: it names a folder"
      })
  void refuses(String line, String problem) {
    assertThatThrownBy(
            () -> {
              Options options = parse(line.split(" ", -1));
              options.count("epochs", 1);
              options.positive("rate", 1);
              options.folder("data");
            })
        .isInstanceOf(Problem.class)
        .hasMessage(problem);
  }

  private static Options parse(String... args) {
    return Options.parse(args, Set.of("data", "epochs", "rate", "seed"));
  }
}
