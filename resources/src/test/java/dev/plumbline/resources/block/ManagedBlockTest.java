package dev.plumbline.resources.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManagedBlockTest {
  private static final Path PATH = Path.of("/etc/x");
  private static final ManagedBlock BLOCK = new ManagedBlock("b", "#");

  private static String put(String content, String body) throws Failure {
    return text(BLOCK.split(PATH, bytes(content)).with(body));
  }

  private static String takeOut(String content) throws Failure {
    return text(BLOCK.split(PATH, bytes(content)).withoutBlock());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void goesToTheEndOfTheFile() throws Failure {
    assertThat(put("a\n", "x\ny\n")).isEqualTo("a\n# BEGIN plumbline b\nx\ny\n# END plumbline b\n");
  }

  @Test
  void isRenewedWhereItStands() throws Failure {
    assertThat(put("a\n# BEGIN plumbline b\nold\n# END plumbline b\nz\n", "new\n"))
        .isEqualTo("a\n# BEGIN plumbline b\nnew\n# END plumbline b\nz\n");
  }

  @Test
  void takesTheLineEndsOfTheFile() throws Failure {
    String with = put("a\r\n", "x\n");

    assertThat(with).isEqualTo("a\r\n# BEGIN plumbline b\r\nx\r\n# END plumbline b\r\n");
    assertThat(BLOCK.split(PATH, bytes(with)).body()).contains("x\n");
  }

  @Test
  void leavesOtherBlocksAlone() throws Failure {
    String others = "# BEGIN plumbline other\no\n# END plumbline other\n";

    assertThat(takeOut(put(others, "x\n"))).isEqualTo(others);
  }

  @Test
  void keepsBytesThatAreNotUtf8() throws Failure {
    byte[] latin1 = {'#', (byte) 0xe9, 0, '\n'};

    byte[] with = BLOCK.split(PATH, latin1).with("ä\n");

    assertThat(with).startsWith(latin1);
    assertThat(BLOCK.split(PATH, with).body()).contains("ä\n");
    assertThat(BLOCK.split(PATH, with).withoutBlock()).isEqualTo(latin1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# BEGIN plumbline b\nx\n",
        "# END plumbline b\n",
        "# END plumbline b\n# BEGIN plumbline b\n",
        "# BEGIN plumbline b\n# END plumbline b\n# BEGIN plumbline b\n# END plumbline b\n"
      })
  void refusesMarkersThatAreNotOnePair(String content) {
    assertThatThrownBy(() -> BLOCK.split(PATH, bytes(content)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("/etc/x")
        .hasMessageContaining("on line ");
  }

  @Test
  void endsALastLineThatHasNoEndBeforeItStandsBehindIt() throws Failure {
    assertThat(put("a", "x\n")).isEqualTo("a\n# BEGIN plumbline b\nx\n# END plumbline b\n");
    assertThat(put("a\r\nz", "x\n"))
        .isEqualTo("a\r\nz\r\n# BEGIN plumbline b\r\nx\r\n# END plumbline b\r\n");
  }

  @Test
  void leavesALastLineOpenThatStandsBehindIt() throws Failure {
    String open = "# BEGIN plumbline b\nold\n# END plumbline b\nz";

    assertThat(put(open, "x\n")).isEqualTo(open.replace("old", "x"));
    assertThat(takeOut(open)).isEqualTo("z");
  }

  @Test
  void leavesNoTraceAfterItIsTakenOut() throws Failure {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      String content = anyFile(random);
      String body = "x\n".repeat(random.nextInt(3));

      String with = put(content, body);

      assertThat(BLOCK.split(PATH, bytes(with)).body()).contains(body);
      assertThat(put(with, body)).isEqualTo(with);
      assertThat(takeOut(with)).isEqualTo(ended(content));
    }
  }

  private static String ended(String content) {
    return content.isEmpty() || content.endsWith("\n")
        ? content
        : content + (content.contains("\r\n") ? "\r\n" : "\n");
  }

  /** Lines of one kind of end, of which the last may have none. */
  private static String anyFile(Random random) {
    String end = random.nextBoolean() ? "\n" : "\r\n";
    StringBuilder file = new StringBuilder();
    int lines = random.nextInt(4);
    for (int i = 0; i < lines; i++) {
      file.append(random.nextBoolean() ? "" : "line " + i).append(end);
    }
    return random.nextBoolean() || lines == 0 ? file + "" : file + "last";
  }
}
