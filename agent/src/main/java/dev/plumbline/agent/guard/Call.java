package dev.plumbline.agent.guard;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * What came of calling a listener of another node's guard.
 *
 * @param nonce what it said; empty if it said nothing
 * @param failure why it said nothing; empty if it spoke
 */
public record Call(String nonce, String failure) {
  private static final int LONGEST = 256;

  /** Calls, and reads what is said. Never fails: why it could not is part of what is returned. */
  public static Call of(String address, int port, Duration timeout) {
    int millis = (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral(address), port), millis);
      socket.setSoTimeout(millis);
      byte[] said = socket.getInputStream().readNBytes(LONGEST);
      return new Call(new String(said, StandardCharsets.US_ASCII).strip(), "");
    } catch (IOException | IllegalArgumentException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Call("", why.toLowerCase(Locale.ROOT));
    }
  }
}
