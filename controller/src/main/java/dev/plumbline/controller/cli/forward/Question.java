package dev.plumbline.controller.cli.forward;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a browser asks.
 *
 * @param headers by their names in lower case
 */
record Question(String method, String target, Map<String, String> headers) {
  private static final int LONGEST = 16 << 10;
  private static final Pattern FIRST = Pattern.compile("([A-Z]{1,20}) (\\S+) HTTP/1\\.[01]");
  private static final Pattern HEADER = Pattern.compile("([!-9;-~]+):[ \\t]*(.*?)[ \\t]*");
  private static final Pattern HERE =
      Pattern.compile("(127\\.0\\.0\\.1|localhost)(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

  Question {
    headers = Map.copyOf(headers);
  }

  /**
   * Reads a question up to the end of its head.
   *
   * @throws IllegalArgumentException if that is no HTTP; the message is for a person
   * @throws IOException if the connection ends first, or nothing comes in time
   */
  static Question read(InputStream in) throws IOException {
    Matcher first = FIRST.matcher(line(in, LONGEST));
    if (!first.matches()) {
      throw new IllegalArgumentException("that is no HTTP/1.1");
    }
    Map<String, String> headers = new TreeMap<>();
    int left = LONGEST;
    String line = line(in, left);
    while (!line.isEmpty()) {
      left -= line.length();
      Matcher header = HEADER.matcher(line);
      if (!header.matches()) {
        throw new IllegalArgumentException("that is no header of HTTP");
      }
      headers.put(header.group(1).toLowerCase(Locale.ROOT), header.group(2));
      line = line(in, left);
    }
    return new Question(first.group(1), first.group(2), headers);
  }

  private static String line(InputStream in, int longest) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the browser left");
      }
      line.append((char) next);
      if (line.length() > longest) {
        throw new IllegalArgumentException("the head of the request is too long");
      }
    }
    int end = line.length() - 1;
    return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
  }

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  boolean reads() {
    return method.equals("GET") || method.equals("HEAD");
  }

  /**
   * Whether it means this machine. A name of somebody else's that leads here is a stranger's page
   * in the browser, which wants to read what we show.
   */
  boolean meansThisMachine() {
    return HERE.matcher(header("host")).matches();
  }

  /** An answer that says something to a person. */
  static byte[] answer(String status, String more, String text) {
    byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] head =
        ("HTTP/1.1 "
                + status
                + "\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
                + body.length
                + "\r\nCache-Control: no-store\r\nConnection: close\r\n"
                + more
                + "\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }
}
