package dev.plumbline.controller.guard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** The controller asks by itself. */
record OwnCall() implements Witness {
  private static final int LONGEST = 256;

  @Override
  public String name() {
    return "the controller";
  }

  @Override
  public Answer ask(String address, int port, Duration timeout) {
    int millis = Math.max(1, Math.toIntExact(timeout.toMillis()));
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral(address), port), millis);
      socket.setSoTimeout(millis);
      byte[] said = socket.getInputStream().readNBytes(LONGEST);
      return new Answer(new String(said, StandardCharsets.US_ASCII).strip(), "");
    } catch (IOException | IllegalArgumentException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return Answer.failed(why.toLowerCase(Locale.ROOT));
    }
  }
}
