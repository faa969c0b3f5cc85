package dev.plumbline.resources.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Value;
import org.junit.jupiter.api.Test;

class JsonTest {
  private static Json read(String json) {
    return Json.of(JsonReader.read(json, "test"));
  }

  private static Json yaml(String text, boolean plain) {
    return Json.of(new Value.Scalar(text, plain, Origin.of("test")));
  }

  @Test
  void keepsTheTypeOfEveryValue() {
    String json = "{\"a\":[1,\"1\",true,\"true\",null,\"null\",-0.5],\"b\":{}}";

    assertThat(read(json).canonical()).isEqualTo(json);
  }

  @Test
  void typesBareWordsByTheirLook() {
    assertThat(yaml("json-file", true)).isEqualTo(new Json.Text("json-file"));
    assertThat(yaml("3", true)).isEqualTo(new Json.Numeral("3"));
    assertThat(yaml("3", false)).isEqualTo(new Json.Text("3"));
    assertThat(yaml("true", true)).isEqualTo(new Json.Flag(true));
    assertThat(yaml("true", false)).isEqualTo(new Json.Text("true"));
    assertThat(yaml("yes", true)).isEqualTo(new Json.Text("yes"));
    assertThat(yaml("010", true)).isEqualTo(new Json.Text("010"));
    assertThat(yaml("~", true)).isEqualTo(new Json.Nothing());
  }

  @Test
  void equalNumbersAreEqual() {
    assertThat(read("1.0")).isEqualTo(read("1")).isEqualTo(read("1e0"));
    assertThat(read("100")).isEqualTo(read("1e2")).isEqualTo(new Json.Numeral("100"));
    assertThat(read("-0").canonical()).isEqualTo("0");
    assertThat(read("9007199254740993").canonical()).isEqualTo("9007199254740993");
    assertThat(read("1e999999999").canonical()).isEqualTo("1e999999999");
    assertThatThrownBy(() -> new Json.Numeral("0x10"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'0x10' is not a number");
  }

  @Test
  void theOrderOfKeysMakesNoDifference() {
    assertThat(read("{\"b\":1,\"a\":2}")).isEqualTo(read("{\"a\":2,\"b\":1}"));
    assertThat(read("{\"b\":1,\"a\":2}").canonical()).isEqualTo("{\"a\":2,\"b\":1}");
    assertThat(read("[1,2]")).isNotEqualTo(read("[2,1]"));
  }

  @Test
  void printsOneKeyPerLine() {
    assertThat(read("{\"b\":{\"c\":[1,2],\"d\":{}},\"a\":[],\"e\":[{\"f\":null}]}").pretty())
        .isEqualTo(
            """
            {
              "b": {
                "c": [1, 2],
                "d": {}
              },
              "a": [],
              "e": [
                {
                  "f": null
                }
              ]
            }
            """);
  }
}
