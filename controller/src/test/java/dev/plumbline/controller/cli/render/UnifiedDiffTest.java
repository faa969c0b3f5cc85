package dev.plumbline.controller.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
  @Test
  void showsThreeLinesAroundADifference() {
    assertThat(diff(numbers(1, 20), numbers(1, 20).replace("10\n", "ten\n")))
        .containsExactly("@@ -7,7 +7,7 @@", " 7", " 8", " 9", "-10", "+ten", " 11", " 12", " 13");
  }

  @Test
  void differencesFarApartHaveHunksOfTheirOwn() {
    String to = numbers(1, 20).replace("2\n3\n", "3\n").replace("19\n", "19\nnew\n");
    assertThat(diff(numbers(1, 20), to).stream().filter(line -> line.startsWith("@@")))
        .containsExactly("@@ -1,5 +1,4 @@", "@@ -17,4 +16,5 @@");
  }

  @Test
  void aTextThatAppearsHasNoHunk() {
    assertThat(diff("", "a\nb\n")).containsExactly("+a", "+b");
    assertThat(diff("a\n", "")).containsExactly("-a");
  }

  @Test
  void aMissingLineEndIsADifference() {
    assertThat(diff("a", "a\n")).containsExactly("@@ -1,1 +1,1 @@", "-a (no line end)", "+a");
  }

  @Test
  void equalTextsHaveNoDifference() {
    assertThat(diff("a\nb\n", "a\nb\n")).isEmpty();
  }

  @Test
  void whatIsAddedAndRemovedTurnsOneTextIntoTheOther() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      String from = text(random);
      String to = text(random);
      List<UnifiedDiff.Line> lines = UnifiedDiff.of("keep\n" + from, "keep\n" + to);
      assertThat(count(lines, UnifiedDiff.Kind.ADDED) - count(lines, UnifiedDiff.Kind.REMOVED))
          .isEqualTo(to.lines().count() - from.lines().count());
      assertThat(of(lines, UnifiedDiff.Kind.REMOVED))
          .isSubsetOf(new ArrayList<>(("keep\n" + from).lines().toList()));
    }
  }

  private static long count(List<UnifiedDiff.Line> lines, UnifiedDiff.Kind kind) {
    return lines.stream().filter(line -> line.kind() == kind).count();
  }

  private static List<String> of(List<UnifiedDiff.Line> lines, UnifiedDiff.Kind kind) {
    return lines.stream().filter(line -> line.kind() == kind).map(UnifiedDiff.Line::text).toList();
  }

  private static String text(Random random) {
    return IntStream.range(0, 1 + random.nextInt(12))
        .mapToObj(i -> random.nextInt(4) + "\n")
        .collect(Collectors.joining());
  }

  private static String numbers(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(n -> n + "\n").collect(Collectors.joining());
  }

  private static List<String> diff(String from, String to) {
    return UnifiedDiff.of(from, to).stream()
        .map(line ->
            switch (line.kind()) {
              case SAME -> " " + line.text();
              case ADDED -> "+" + line.text();
              case REMOVED -> "-" + line.text();
              case HUNK -> line.text();
            })
        .toList();
  }
}
