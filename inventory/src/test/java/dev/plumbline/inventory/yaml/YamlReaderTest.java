package dev.plumbline.inventory.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Trees;
import dev.plumbline.inventory.merge.Meaning;
import dev.plumbline.resources.codec.CanonicalJson;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
  @Test
  void countsLinesAndColumnsFromOne() {
    Value.Mapping tree = (Value.Mapping) Trees.yaml("a: 1\nlist:\n  - x\n  - {k: v}\n");

    assertThat(tree.origin()).isEqualTo(new Origin("test.yaml", 1, 1));
    assertThat(tree.entries().get("list"))
        .extracting(Value.Entry::key)
        .isEqualTo(new Origin("test.yaml", 2, 1));
    Value.Sequence list = (Value.Sequence) tree.get("list").orElseThrow();
    assertThat(list.items().get(0).origin()).isEqualTo(new Origin("test.yaml", 3, 5));
    assertThat(((Value.Mapping) list.items().get(1)).get("k").orElseThrow().origin())
        .isEqualTo(new Origin("test.yaml", 4, 9));
  }

  @Test
  void countsCharactersAndNotBytes() {
    Value.Mapping tree = (Value.Mapping) Trees.yaml("{é😀: 1, b: 2}\n");

    assertThat(tree.get("b").orElseThrow().origin()).isEqualTo(new Origin("test.yaml", 1, 12));
  }

  @Test
  void readsLinesOfWindows() {
    Value.Mapping tree = (Value.Mapping) Trees.yaml("a: 1\r\nb: 2\r\n");

    assertThat(tree.get("b").orElseThrow()).isEqualTo(scalar("2", true, 2, 4));
  }

  @Test
  void keepsScalarsAsTheyAreWritten() {
    Value.Mapping tree =
        (Value.Mapping) Trees.yaml("{a: no, b: 0644, c: 1e3, d: 2026-01-01, e: '5', f: 0x1F}");

    assertThat(tree.entries().values())
        .extracting(entry -> ((Value.Scalar) entry.value()).text())
        .containsExactly("no", "0644", "1e3", "2026-01-01", "5", "0x1F");
    assertThat(((Value.Scalar) tree.get("e").orElseThrow()).plain()).isFalse();
  }

  @Test
  void repeatsWhatAnAliasNames() {
    Value.Mapping tree = (Value.Mapping) Trees.yaml("a: &x {k: v}\nb: *x\n");

    assertThat(tree.get("b")).isEqualTo(tree.get("a"));
  }

  @Test
  void skipsAByteOrderMark() {
    Problems problems = new Problems();
    byte[] bytes = "\uFEFFa: 1\n".getBytes(StandardCharsets.UTF_8);

    assertThat(YamlBytes.read(bytes, "test.yaml", problems)).isPresent();
    assertThat(problems.sorted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void readsEveryTreeThatIsWrittenAsJson(long seed) {
    Trees trees = new Trees(seed);
    for (int i = 0; i < 200; i++) {
      Value tree = trees.wild(4);
      assertThat(Meaning.same(Trees.yaml(json(tree)), tree)).as(json(tree)).isTrue();
    }
  }

  private static String json(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> scalar.isNull() ? "null" : CanonicalJson.string(scalar.text());
      case Value.Sequence sequence ->
          CanonicalJson.array(sequence.items().stream().map(YamlReaderTest::json).toList());
      case Value.Mapping mapping -> {
        Map<String, String> members = new LinkedHashMap<>();
        mapping.entries().forEach((key, entry) -> members.put(key, json(entry.value())));
        yield CanonicalJson.object(members);
      }
    };
  }

  private static Value scalar(String text, boolean plain, int line, int column) {
    return new Value.Scalar(text, plain, new Origin("test.yaml", line, column));
  }
}
