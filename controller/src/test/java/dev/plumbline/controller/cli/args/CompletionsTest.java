package dev.plumbline.controller.cli.args;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the completions in the shell that they are for. */
class CompletionsTest {
  private static final Completions COMPLETIONS =
      new Completions(
          Command.group(
              "plumb",
              "Test",
              Command.of("check", "Check"),
              Command.group(
                  "controller",
                  "Controller",
                  Command.of("start", "Start").options(Option.flag("--keep", "keep")),
                  Command.of("status", "Status"))),
          List.of(Option.flag("--help", "it's help")));

  @ParameterizedTest
  @CsvSource({
    "plumb c,                  check controller",
    "plumb controller st,      start status",
    "plumb controller start -, --keep --help",
    "plumb check --,           --help",
    "plumb check inventory,    ''"
  })
  void completesWords(String line, String expected) throws IOException, InterruptedException {
    String[] words = line.split(" ");
    String script =
        COMPLETIONS.bash()
            + "COMP_WORDS=("
            + line
            + "); COMP_CWORD="
            + (words.length - 1)
            + "; _plumb; echo ${COMPREPLY[@]}";
    Process bash = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true).start();
    String printed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(printed.strip()).isEqualTo(expected);
    assertThat(bash.waitFor()).isZero();
  }
}
