package dev.plumbline.jobs.mnist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.jobs.mnist.options.Options;
import dev.plumbline.jobs.mnist.ranks.SingleProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

@EnabledIfEnvironmentVariable(
    named = "PLUMBLINE_DATA",
    matches = ".+",
    disabledReason = "PLUMBLINE_DATA names no folder with mnist/ in it")
class RealDigitsTest {
  private static final Pattern ACCURACY = Pattern.compile("\"accuracy\": ([0-9.]+)");

  @TempDir Path out;

  @Test
  void areLearnedToNinetyNinePercent() throws Exception {
    Path data = Path.of(System.getenv("PLUMBLINE_DATA"), "mnist");
    List<String> said = new ArrayList<>();
    var plan = Setting.FAST.plan(Options.parse(new String[0], Set.of()));
    new Job(plan, data, out, 0, new SingleProcess(), "here", said::add).run();
    assertThat(said.getFirst()).startsWith("data: MNIST, 60,000 to learn from; ranks: 1");
    Matcher found = ACCURACY.matcher(Files.readString(out.resolve("metrics.json")));
    assertThat(found.find()).isTrue();
    assertThat(Double.parseDouble(found.group(1))).isGreaterThanOrEqualTo(0.990);
  }
}
