package dev.plumbline.agent.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
  private static final String HOST = "127.0.0.1:8080";

  @Test
  void isAskedAsABrowserOfOldWouldSoThatTheAnswerEndsWithTheConnection() {
    Question question = new Question(true, "/app/?appId=app-1", HOST, "text/html", "gzip");

    assertThat(new String(question.bytes(), StandardCharsets.US_ASCII))
        .isEqualTo(
            """
            HEAD /app/?appId=app-1 HTTP/1.0
            Host: 127.0.0.1:8080
            Connection: close
            Accept: text/html
            Accept-Encoding: gzip

            """
                .replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "jobs", "http://elsewhere/", "/a b", "/a\r\nX: y", "/a\u0000", "/ä"})
  void aPathThatWouldSaySomethingElseIsRefused(String target) {
    assertThatThrownBy(() -> new Question(false, target, HOST, "", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("path");
  }

  @Test
  void soIsAPathWithoutEnd() {
    assertThatThrownBy(() -> new Question(false, "/" + "a".repeat(8192), HOST, "", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noHeaderCanHoldAnother() {
    assertThatThrownBy(() -> new Question(false, "/", "h\r\nX: y", "", ""))
        .hasMessageContaining("Host");
    assertThatThrownBy(() -> new Question(false, "/", HOST, "a\nX: y", ""))
        .hasMessageContaining("Accept ");
    assertThatThrownBy(() -> new Question(false, "/", HOST, "", "gzip\r\n\r\nGET / HTTP/1.0"))
        .hasMessageContaining("Accept-Encoding");
  }
}
