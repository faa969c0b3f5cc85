package dev.plumbline.agent.host.links;

import dev.plumbline.resources.ip.IpAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Asks for IPv4 addresses with ARP probes (RFC 826, RFC 5227 §2.1). */
record Arp(Wire wire) implements Wire.Question {
  private static final int LENGTH = 28;
  private static final int SENDER = 8;
  private static final int TARGET = 24;

  @Override
  public int protocol() {
    return 0x0806;
  }

  /** A request whose sender has no address yet. */
  @Override
  public byte[] packet(IpAddress address) {
    ByteBuffer packet = ByteBuffer.allocate(LENGTH);
    packet.putShort((short) 1).putShort((short) 0x0800).put((byte) 6).put((byte) 4);
    packet.putShort((short) 1).put(wire.hardware());
    packet.putInt(TARGET, (int) address.low());
    return packet.array();
  }

  @Override
  public byte[] to(IpAddress address) {
    return new byte[] {-1, -1, -1, -1, -1, -1};
  }

  /** Every packet from the address is a conflict, and so is somebody else's probe for it. */
  @Override
  public Optional<Wire.Answer> read(ByteBuffer packet, String sender) {
    if (packet.capacity() < LENGTH || packet.get(4) != 6 || packet.get(5) != 4) {
      return Optional.empty();
    }
    byte[] hardware = new byte[6];
    packet.get(SENDER, hardware);
    int from = packet.getInt(SENDER + 6);
    int about = from != 0 ? from : packet.getInt(TARGET);
    return Optional.of(
        new Wire.Answer(
            new IpAddress(false, 0, Integer.toUnsignedLong(about)), Wire.text(hardware)));
  }
}
