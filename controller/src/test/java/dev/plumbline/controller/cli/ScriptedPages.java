package dev.plumbline.controller.cli;

import dev.plumbline.controller.client.ControllerException;
import dev.plumbline.controller.client.ControllerException.Reason;
import dev.plumbline.controller.client.page.Pages;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Pages that say who asked for what. */
final class ScriptedPages implements Pages {
  private final List<String> asked;
  Optional<Driver> driver = Optional.empty();
  String refusal = "";

  /** After an answer or two nobody is there any more, until somebody starts it anew. */
  boolean absent;

  ScriptedPages(List<String> asked) {
    this.asked = asked;
  }

  @Override
  public Found find(long job) {
    if (!refusal.isEmpty()) {
      throw new ControllerException(Reason.REFUSED, refusal, "");
    }
    return new Found("master", driver);
  }

  @Override
  public void get(Owner owner, Request request, Consumer<ByteBuffer> pieces) {
    if (absent) {
      absent = false;
      throw new ControllerException(Reason.ABSENT, "no controller answers", "");
    }
    String text = (request.head() ? "HEAD " : "GET ") + request.target() + " of " + owner;
    synchronized (asked) {
      asked.add(text);
    }
    String head = "HTTP/1.1 200 OK\r\nContent-Length: " + text.length() + "\r\n\r\n";
    pieces.accept(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
    pieces.accept(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
