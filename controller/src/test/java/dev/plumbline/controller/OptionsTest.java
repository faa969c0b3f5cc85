package dev.plumbline.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class OptionsTest {
  @Test
  void readsAllWords() {
    Options options =
        Options.parse(
            List.of(
                "--state",
                "s",
                "--socket",
                "x.sock",
                "--inventory",
                "a.yaml",
                "b.yaml",
                "--keep",
                "--foreground",
                "--port",
                "7500",
                "--listen",
                "::1",
                "--advertise",
                "10.0.0.1"));

    assertThat(options)
        .isEqualTo(
            new Options(
                Path.of("s"),
                Optional.of(Path.of("x.sock")),
                List.of(Path.of("a.yaml"), Path.of("b.yaml")),
                true,
                true,
                false,
                OptionalInt.of(7500),
                "::1",
                "10.0.0.1"));
  }

  @Test
  void needsAStateDirectory() {
    assertThatThrownBy(() -> Options.parse(List.of("--keep")))
        .hasMessageStartingWith("--state is missing; usage:");
  }

  @Test
  void namesWhatItDoesNotUnderstand() {
    assertThatThrownBy(() -> Options.parse(List.of("--sate", "x")))
        .hasMessageStartingWith("unknown word '--sate'");
    assertThatThrownBy(() -> Options.parse(List.of("--state")))
        .hasMessageStartingWith("--state needs a value");
    for (String port : List.of("x", "-1", "65536")) {
      assertThatThrownBy(() -> Options.parse(List.of("--state", "s", "--port", port)))
          .hasMessage("--port '" + port + "' is not a port (0 to 65535)");
    }
  }
}
