package dev.plumbline.lab.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileSizesTest {
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "PROTO")
  void filesAreSmall(Module module) {
    List<Integer> lengths = Sources.lengths(module);
    assertThat(lengths).as("lengths of the files of %s", module).isNotEmpty();
    assertThat(lengths.get(lengths.size() / 2)).as("median").isLessThanOrEqualTo(80);
    assertThat(lengths.get(lengths.size() * 9 / 10)).as("nine of ten").isLessThanOrEqualTo(250);
    assertThat(lengths.getLast()).as("longest").isLessThanOrEqualTo(400);
  }
}
