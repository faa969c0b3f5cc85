package dev.plumbline.agent.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.guard.Guard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CallTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void whoeverCallsAnAddressHearsItsOwnNonce() throws IOException {
    try (Listeners listeners =
        Listeners.open(
            List.of(new Guard.Address("127.0.0.1", 8), new Guard.Address("127.0.0.2", 8)),
            new Random(1))) {
      for (Listening listening : listeners.all()) {
        assertThat(Call.of(listening.address(), listening.port(), PATIENCE))
            .isEqualTo(new Call(listening.nonce(), ""));
      }
      assertThat(listeners.all()).extracting(Listening::nonce).doesNotHaveDuplicates();
      Listening first = listeners.all().getFirst();
      assertThat(Call.of("127.0.0.2", first.port(), PATIENCE).nonce()).isNotEqualTo(first.nonce());
    }
  }

  @Test
  void nobodyThereIsNoAnswer() throws IOException {
    ServerSocket closed = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
    int port = closed.getLocalPort();
    closed.close();
    assertThat(Call.of("127.0.0.1", port, PATIENCE)).isEqualTo(new Call("", "connection refused"));
  }

  @Test
  void anAddressThatNoInterfaceHasCannotBeListenedOn() {
    assertThatThrownBy(
            () -> Listeners.open(List.of(new Guard.Address("192.0.2.1", 24)), new Random(1)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot listen on 192.0.2.1: ");
  }
}
