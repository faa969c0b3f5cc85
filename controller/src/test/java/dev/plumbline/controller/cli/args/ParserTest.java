package dev.plumbline.controller.cli.args;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParserTest {
  private static final Command ROOT =
      Command.group(
          "plumb",
          "Test",
          Command.of("apply", "Apply")
              .operands("[FILE]", 0, 1)
              .options(
                  Option.value("--limit", "NODES", "limit").withLetter('l'),
                  Option.flag("--force", "force").withLetter('f')),
          Command.of("revoke", "Revoke").operands("NODE", 1, 1),
          Command.group("controller", "Controller", Command.of("start", "Start")));

  private static final List<Option> COMMON =
      List.of(
          Option.choice("--output", List.of("text", "json"), "format").withLetter('o'),
          Option.flag("--help", "help").withLetter('h'));

  @Test
  void readsOptionsBeforeAndAfterOperands() {
    Arguments arguments = parse("apply", "--limit", "a,b", "file.yaml", "-f", "--limit=b, c");

    assertThat(arguments.path()).containsExactly("apply");
    assertThat(arguments.operand(0)).contains("file.yaml");
    assertThat(arguments.list("--limit")).containsExactly("a", "b", "c");
    assertThat(arguments.has("--force")).isTrue();
    assertThat(arguments.has("--output")).isFalse();
  }

  @Test
  void readsLettersTogetherAndWithTheirValue() {
    Arguments arguments = parse("apply", "-fl", "a", "-ojson");
    assertThat(arguments.has("--force")).isTrue();
    assertThat(arguments.value("--limit")).contains("a");
    assertThat(arguments.value("--output")).contains("json");
  }

  @Test
  void theLastOfSeveralValuesHolds() {
    assertThat(parse("apply", "-o", "text", "-o", "json").value("--output")).contains("json");
  }

  @Test
  void afterTwoDashesEverythingIsAnOperand() {
    assertThat(parse("apply", "--", "--force").operand(0)).contains("--force");
  }

  @Test
  void aSingleDashIsAnOperand() {
    assertThat(parse("apply", "-").operand(0)).contains("-");
  }

  @Test
  void readsVerbsOfGroups() {
    assertThat(parse("controller", "start").path()).containsExactly("controller", "start");
  }

  @Test
  void commonOptionsMayStandBeforeTheCommand() {
    assertThat(parse("-o", "json", "apply").value("--output")).contains("json");
  }

  @Test
  void askedForHelpItNeedsNothingElse() {
    assertThat(parse("revoke", "--help").has("--help")).isTrue();
    assertThat(parse("controller", "-h").path()).containsExactly("controller");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          aply                | unknown command 'aply' (did you mean 'apply'?)
          apply --limt a      | unknown option '--limt' (did you mean '--limit'?)
          apply -x            | unknown option '-x'
          apply --limit       | option '--limit' needs a value: NODES
          apply --force=yes   | option '--force' takes no value
          apply -o yaml       | option '--output' is one of text, json, not 'yaml'
          apply a b           | unexpected argument 'b'
          revoke              | 'plumb revoke' needs NODE
          controller          | 'plumb controller' needs one of start
          controller stat     | unknown command 'stat' (did you mean 'start'?)
          """)
  void saysWhatIsWrong(String line, String message) {
    assertThatThrownBy(() -> parse(line.strip().split(" ")))
        .isInstanceOf(UsageException.class)
        .hasMessage(message);
  }

  @Test
  void namesTheHelpOfTheCommandThatWasMeant() {
    assertThatThrownBy(() -> parse("controller", "start", "--x"))
        .isInstanceOfSatisfying(
            UsageException.class,
            wrong -> assertThat(wrong.help()).isEqualTo("plumb controller start --help"));
  }

  private static Arguments parse(String... words) {
    return new Parser(ROOT, COMMON).parse(List.of(words));
  }
}
