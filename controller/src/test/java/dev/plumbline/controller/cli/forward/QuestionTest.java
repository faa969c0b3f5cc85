package dev.plumbline.controller.cli.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
  private static Question read(String text) throws IOException {
    return Question.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void isWhatABrowserSends() throws IOException {
    Question question =
        read("GET /app/?a=b HTTP/1.1\r\nHost: localhost:8080\r\nACCEPT:  text/html \r\n\r\nrest");

    assertThat(question.method()).isEqualTo("GET");
    assertThat(question.target()).isEqualTo("/app/?a=b");
    assertThat(question.header("accept")).isEqualTo("text/html");
    assertThat(question.header("range")).isEmpty();
    assertThat(question.reads()).isTrue();
  }

  @Test
  void onlyReadingIsReading() throws IOException {
    assertThat(read("HEAD / HTTP/1.0\n\n").reads()).isTrue();
    assertThat(read("POST / HTTP/1.0\n\n").reads()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "localhost:8080, true",
    "127.0.0.1, true",
    "LOCALHOST:1, true",
    "evil.example:8080, false",
    "127.0.0.1.evil.example, false",
    "'', false"
  })
  void aStrangersNameForThisMachineIsNotMeantForIt(String host, boolean right) throws IOException {
    assertThat(read("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").meansThisMachine())
        .isEqualTo(right);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello\r\n\r\n", "GET / HTTP/2\r\n\r\n", "GET / HTTP/1.1\r\n: x\r\n\r\n"})
  void whatIsNoHttpIsRefused(String text) {
    assertThatThrownBy(() -> read(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aHeadHasAnEnd() {
    String header = "X: " + "a".repeat(1000) + "\r\n";
    assertThatThrownBy(() -> read("GET / HTTP/1.1\r\n" + header.repeat(20) + "\r\n"))
        .hasMessageContaining("too long");
    assertThatThrownBy(() -> read("GET / HTTP/1.1\r\nHost: localhost"))
        .isInstanceOf(IOException.class);
  }
}
