package dev.plumbline.resources.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
  @Test
  void escapesAsRfc8785Does() {
    assertThat(CanonicalJson.string("€$\u000f\nA'B\"\\\\\"/"))
        .isEqualTo("\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"");
  }

  @Test
  void sortsKeysByUtf16CodeUnits() {
    assertThat(
            CanonicalJson.object(
                Map.of(
                    "\u20ac",
                    "1",
                    "\r",
                    "2",
                    "\ufb33",
                    "3",
                    "1",
                    "4",
                    "\ud83d\ude00",
                    "5",
                    "\u0080",
                    "6",
                    "\u00f6",
                    "7")))
        .isEqualTo(
            "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}");
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    String json =
        CanonicalJson.array(
            List.of(
                CanonicalJson.string("a\u0000\"\\\u2028b"),
                CanonicalJson.object(Map.of("k", "true"))));

    Value.Sequence read = (Value.Sequence) JsonReader.read(json, "test");

    assertThat(((Value.Scalar) read.items().getFirst()).text()).isEqualTo("a\u0000\"\\\u2028b");
    assertThat(((Value.Scalar) read.items().getFirst()).plain()).isFalse();
  }

  @Test
  void refusesWhatIsNotOneJsonValue() {
    assertThatThrownBy(() -> JsonReader.read("{} {}", "test"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("after the end");
    assertThatThrownBy(() -> JsonReader.read("{\"a\":1,\"a\":2}", "test"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JsonReader.read("", "test"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> JsonReader.read("{", "test"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
