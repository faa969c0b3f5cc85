package dev.plumbline.inventory.substitution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Trees;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstitutionTest {
  private final Problems problems = new Problems();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain | plain",
        "${node.name} | n1",
        "${node.address}/24 | 10.0.0.1/24",
        "${user}@${vars.user} | mpihpc@mpihpc",
        "${ user } | mpihpc",
        "${home} | /home/mpihpc",
        "${env.LANG} | C",
        "${env.EMPTY:-x} | x",
        "${env.ABSENT:-a:-b} | a:-b",
        "${env.ABSENT:-} | ''",
        "$user $ {user} $5 | $user $ {user} $5",
        "$${user} | ${user}",
        "$$${user} | $${user}",
        "a$${user}b${user}c | a${user}bmpihpcc",
      })
  void fillsIn(String written, String expected) {
    assertThat(((Value.Scalar) substitution().fill(scalar(written))).text()).isEqualTo(expected);
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void fillsInKeysAndValuesAtEveryDepth() {
    Value filled =
        substitution().fill(Trees.yaml("{'${user}': [{a: '${node.slots}'}], b: {'x${user}': c}}"));

    assertThat(filled.toString())
        .contains("mpihpc=")
        .contains("xmpihpc=")
        .contains("text=2")
        .doesNotContain("${");
  }

  @Test
  void passesOnWhatHasNoReferences() {
    Value tree = Trees.yaml("{a: [b, {c: d}], e: f}");

    assertThat(substitution().fill(tree)).isSameAs(tree);
  }

  @Test
  void neverMakesNull() {
    Value filled = substitution().fill(scalar("${env.ABSENT:-}"));

    assertThat(((Value.Scalar) filled).isNull()).isFalse();
  }

  @Test
  void escapingGivesEveryTextBack() {
    Random random = new Random(11);
    String letters = "${}ab$";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      Value filled = substitution().fill(scalar(text.toString().replace("${", "$${")));
      assertThat(((Value.Scalar) filled).text()).isEqualTo(text.toString());
    }
    assertThat(problems.sorted()).isEmpty();
  }

  private Substitution substitution() {
    Scope scope =
        new Scope(
            Map.of(
                "name", Optional.of("n1"),
                "address", Optional.of("10.0.0.1"),
                "slots", Optional.of("2")),
            Map.of(
                "user", (Value.Scalar) scalar("mpihpc"),
                "home", (Value.Scalar) scalar("/home/${user}")),
            name -> Optional.ofNullable(Map.of("LANG", "C", "EMPTY", "").get(name)),
            problems);
    return new Substitution(scope, problems, new Broken());
  }

  private static Value scalar(String text) {
    return new Value.Scalar(text, true, Origin.of("test"));
  }
}
