package dev.plumbline.agent.host.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnakeYamlTest {
  private final SnakeYaml yaml = new SnakeYaml();

  @Test
  void keepsScalarsAsTheyAreWritten() throws Failure {
    Value.Mapping map =
        (Value.Mapping) yaml.read("a: no\nb: \"no\"\nc: [010, &x ~, *x]\n", "f").orElseThrow();
    assertThat(map.get("a"))
        .hasValueSatisfying(
            value -> assertThat(value).extracting("text", "plain").containsExactly("no", true));
    assertThat(map.get("b"))
        .hasValueSatisfying(
            value -> assertThat(value).extracting("text", "plain").containsExactly("no", false));
    assertThat(((Value.Sequence) map.get("c").orElseThrow()).items())
        .extracting(item -> ((Value.Scalar) item).text())
        .containsExactly("010", "~", "~");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a comment\n", "~", "---\n"})
  void nothingIsNothing(String text) throws Failure {
    assertThat(yaml.read(text, "f")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a: [1, 2", "a: 1\n--- \nb: 2\n", "\tnetwork: 1", "a: &x [&y [*x]]", "{[a]: b}"})
  void whatIsNoDocumentIsAFailureThatNamesTheFile(String text) {
    assertThatThrownBy(() -> yaml.read(text, "/etc/netplan/x.yaml"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("/etc/netplan/x.yaml");
  }

  @Test
  void aliasesDoNotGrowWithoutEnd() {
    String bomb =
        """
        a: &a [1,1,1,1,1,1,1,1,1,1]
        b: &b [*a,*a,*a,*a,*a,*a,*a,*a]
        c: &c [*b,*b,*b,*b,*b,*b,*b,*b]
        d: &d [*c,*c,*c,*c,*c,*c,*c,*c]
        e: &e [*d,*d,*d,*d,*d,*d,*d,*d]
        f: [*e,*e,*e,*e,*e,*e]
        """;
    assertThatThrownBy(() -> yaml.read(bomb, "f")).isInstanceOf(Failure.class);
  }
}
