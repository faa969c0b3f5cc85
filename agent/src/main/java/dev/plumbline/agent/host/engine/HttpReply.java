package dev.plumbline.agent.host.engine;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an HTTP/1.1 server answers (RFC 9112), so far as it is to be read.
 *
 * @param headers names in lower case
 * @param body ends where the body ends
 */
record HttpReply(int status, Map<String, String> headers, InputStream body) {
  private static final int LONGEST_LINE = 64 << 10;

  /** Reads the head; the body is left to be read. */
  static HttpReply read(InputStream from) throws IOException {
    String[] words = line(from).split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.")) {
      throw new IOException("it does not speak HTTP");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(from); !line.isEmpty(); line = line(from)) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    return new HttpReply(Integer.parseInt(words[1]), headers, body(headers, from));
  }

  private static InputStream body(Map<String, String> headers, InputStream from) {
    if ("chunked".equalsIgnoreCase(headers.get("transfer-encoding"))) {
      return new ChunkedBody(from);
    }
    String length = headers.get("content-length");
    return length == null ? from : new BodyOfLength(from, Long.parseLong(length));
  }

  /** One line, without its end. */
  static String line(InputStream from) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = from.read(); next != '\n'; next = from.read()) {
      if (next < 0) {
        throw new EOFException("it closed the connection");
      }
      if (line.size() == LONGEST_LINE) {
        throw new IOException("it sends a line without end");
      }
      line.write(next);
    }
    String text = line.toString(StandardCharsets.UTF_8);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }
}
