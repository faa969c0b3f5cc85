package dev.plumbline.agent.page;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What is asked of a page. Nothing in it can end its line: whoever makes one cannot say anything
 * else to the server.
 *
 * @param head whether only the head of the answer is wanted
 * @param target path and query
 * @param host how the browser calls who it asks
 * @param accept what the browser can read; may be empty
 * @param encoding how it may be packed; may be empty
 */
public record Question(boolean head, String target, String host, String accept, String encoding) {
  private static final Pattern TARGET = Pattern.compile("/[!-~]{0,8191}");
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,255}");
  private static final Pattern WORDS = Pattern.compile("[ -~]{0,1024}");

  /**
   * @throws IllegalArgumentException if that is no question of a browser
   */
  public Question {
    check("path", TARGET, target);
    check("Host", HOST, host);
    check("Accept", WORDS, accept);
    check("Accept-Encoding", WORDS, encoding);
  }

  private static void check(String what, Pattern form, String text) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "the browser's " + what + " has no form that is let through");
    }
  }

  /** As HTTP 1.0 has it: the answer is not cut into chunks, and ends with the connection. */
  byte[] bytes() {
    StringBuilder text = new StringBuilder();
    text.append(head ? "HEAD " : "GET ").append(target).append(" HTTP/1.0\r\n");
    text.append("Host: ").append(host).append("\r\nConnection: close\r\n");
    if (!accept.isEmpty()) {
      text.append("Accept: ").append(accept).append("\r\n");
    }
    if (!encoding.isEmpty()) {
      text.append("Accept-Encoding: ").append(encoding).append("\r\n");
    }
    return text.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
  }
}
