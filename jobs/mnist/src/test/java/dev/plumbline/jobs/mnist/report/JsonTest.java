package dev.plumbline.jobs.mnist.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void writesWhatMetricsHold() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("text", "a \"quoted\" \\ and\nbroken");
    json.put("number", 0.5);
    json.put("numbers", List.of(1, 2));
    json.put("rows", List.of(List.of(1, 0), List.of(0, 1)));
    assertThat(Json.of(json))
        .isEqualTo(
            """
            {
              "text": "a \\"quoted\\" \\\\ and\\u000abroken",
              "number": 0.5,
              "numbers": [1, 2],
              "rows": [
                [1, 0],
                [0, 1]
              ]
            }
            """);
  }

  @Test
  void refusesWhatJsonCannotSay() {
    assertThatThrownBy(() -> Json.of(Map.of("loss", Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
