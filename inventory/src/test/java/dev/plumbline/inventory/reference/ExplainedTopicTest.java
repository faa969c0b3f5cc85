package dev.plumbline.inventory.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.ResourceTypes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainedTopicTest {
  private static final String EXAMPLE = "    ";

  static List<Topic> topics() {
    return Topic.all(ResourceTypes.standard());
  }

  @ParameterizedTest
  @MethodSource("topics")
  void fitsATerminalAndNamesEveryKey(Topic topic) {
    String text = ExplainedTopic.text(topic);

    assertThat(text).startsWith(topic.name()).endsWith("\n").doesNotContain("```");
    assertThat(topic.keys())
        .isNotEmpty()
        .allSatisfy(key -> assertThat(text).contains("\n  " + key.path() + ": " + key.form()));
    assertThat(text.lines().filter(line -> !line.startsWith(EXAMPLE)))
        .allSatisfy(line -> assertThat(line.length()).as(line).isLessThanOrEqualTo(100));
  }

  @Test
  void showsTheExampleOfAKind() {
    assertThat(ExplainedTopic.text(Topic.find(ResourceTypes.standard(), "hosts").orElseThrow()))
        .contains("\n    hosts:\n      nodes: all\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"files", "file", "file[NAME]"})
  void findsAKindByAnyOfItsNames(String word) {
    assertThat(Topic.find(ResourceTypes.standard(), word)).map(Topic::name).contains("files");
  }

  @Test
  void findsNothingForAnotherWord() {
    assertThat(Topic.find(ResourceTypes.standard(), "fils")).isEmpty();
  }
}
