package dev.plumbline.agent.host.links;

import dev.plumbline.resources.ip.IpAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What lies behind one interface.
 *
 * @param index the interface's number
 * @param mac its hardware address
 * @param own the hardware addresses of all interfaces of this machine: Linux answers for its
 *     addresses on every wire, whatever interface has them
 */
record Wire(int index, String mac, Set<String> own) {
  private static final int PROBES = 3;
  private static final Duration BETWEEN = Duration.ofMillis(300);
  private static final Duration AFTER = Duration.ofMillis(600);
  private static final int ADDRESS_LENGTH = 20;

  /** A way to ask who has an address. */
  interface Question {
    /** The EtherType of its packets. */
    int protocol();

    /** A packet that asks, without the header of the link layer. */
    byte[] packet(IpAddress address);

    /** To which hardware address it goes. */
    byte[] to(IpAddress address);

    /** What a packet says about who has an address. */
    Optional<Answer> read(ByteBuffer packet, String sender);
  }

  /** That somebody has an address, or is about to take it. */
  record Answer(IpAddress address, String mac) {}

  /** Asks several times, as a probe or an answer may be lost, and listens in between. */
  Map<IpAddress, String> ask(Question question, Set<IpAddress> addresses) throws IOException {
    Map<IpAddress, String> holders = new HashMap<>();
    if (addresses.isEmpty()) {
      return holders;
    }
    try (NativeSocket socket = NativeSocket.packets(question.protocol())) {
      socket.bind(address(question, new byte[0]));
      for (int i = 0; i < PROBES; i++) {
        for (IpAddress address : addresses) {
          if (!holders.containsKey(address)) {
            socket.send(question.packet(address), address(question, question.to(address)));
          }
        }
        listen(socket, question, addresses, i < PROBES - 1 ? BETWEEN : AFTER, holders);
      }
    }
    return holders;
  }

  private void listen(
      NativeSocket socket,
      Question question,
      Set<IpAddress> addresses,
      Duration time,
      Map<IpAddress, String> holders)
      throws IOException {
    long end = System.nanoTime() + time.toNanos();
    long left = time.toNanos();
    while (left > 0 && holders.size() < addresses.size()) {
      socket.timeout(Duration.ofNanos(left));
      socket
          .receive()
          .flatMap(received -> question.read(received.content(), sender(received.sender())))
          .filter(answer -> addresses.contains(answer.address()) && !own.contains(answer.mac()))
          .ifPresent(answer -> holders.put(answer.address(), answer.mac()));
      left = end - System.nanoTime();
    }
  }

  byte[] hardware() {
    return HexFormat.ofDelimiter(":").parseHex(mac);
  }

  static String text(byte[] hardware) {
    return HexFormat.ofDelimiter(":").formatHex(hardware);
  }

  /** A sockaddr_ll (packet(7)). */
  private byte[] address(Question question, byte[] to) {
    ByteBuffer address = ByteBuffer.allocate(ADDRESS_LENGTH).order(ByteOrder.nativeOrder());
    address.putShort((short) NativeSocket.PACKET);
    address.put((byte) (question.protocol() >> 8)).put((byte) question.protocol());
    address.putInt(index);
    address.position(11);
    address.put((byte) to.length).put(to);
    return address.array();
  }

  private static String sender(ByteBuffer address) {
    int length = Math.min(Byte.toUnsignedInt(address.get(11)), address.capacity() - 12);
    byte[] hardware = new byte[length];
    address.get(12, hardware);
    return text(hardware);
  }
}
