package dev.plumbline.agent.host.links;

import dev.plumbline.resources.ip.IpAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Asks for IPv6 addresses as duplicate address detection does (RFC 4862 §5.4, RFC 4861 §4.3). */
record Neighbours(Wire wire) implements Wire.Question {
  private static final int IP_HEADER = 40;
  private static final int MESSAGE = 24;
  private static final int ICMP = 58;
  private static final int SOLICITATION = 135;
  private static final int ADVERTISEMENT = 136;
  private static final int HOPS = 255;
  private static final int SOURCE = 8;
  private static final int TARGET = IP_HEADER + 8;

  @Override
  public int protocol() {
    return 0x86dd;
  }

  /** A solicitation from the unspecified address to the group of those who may have the address. */
  @Override
  public byte[] packet(IpAddress address) {
    ByteBuffer packet = ByteBuffer.allocate(IP_HEADER + MESSAGE);
    packet.putInt(0x60000000).putShort((short) MESSAGE).put((byte) ICMP).put((byte) HOPS);
    packet.putLong(0).putLong(0);
    packet.putLong(0xff02_0000_0000_0000L).putLong(0x0000_0001_ff00_0000L | low24(address));
    packet.put((byte) SOLICITATION);
    packet.putLong(TARGET, address.high()).putLong(TARGET + 8, address.low());
    packet.putShort(IP_HEADER + 2, checksum(packet));
    return packet.array();
  }

  @Override
  public byte[] to(IpAddress address) {
    long group = 0x3333_ff00_0000L | low24(address);
    byte[] hardware = new byte[6];
    ByteBuffer.allocate(8).putLong(group).get(2, hardware);
    return hardware;
  }

  @Override
  public Optional<Wire.Answer> read(ByteBuffer packet, String sender) {
    if (packet.capacity() < IP_HEADER + MESSAGE
        || packet.get(6) != ICMP
        || packet.get(7) != (byte) HOPS) {
      return Optional.empty();
    }
    int type = Byte.toUnsignedInt(packet.get(IP_HEADER));
    boolean probe =
        type == SOLICITATION && packet.getLong(SOURCE) == 0 && packet.getLong(SOURCE + 8) == 0;
    return type == ADVERTISEMENT || probe
        ? Optional.of(
            new Wire.Answer(
                new IpAddress(true, packet.getLong(TARGET), packet.getLong(TARGET + 8)), sender))
        : Optional.empty();
  }

  private static long low24(IpAddress address) {
    return address.low() & 0xff_ffffL;
  }

  /** Over the message and the pseudo-header (RFC 8200 §8.1, RFC 1071). */
  private static short checksum(ByteBuffer packet) {
    long sum = MESSAGE + ICMP;
    for (int i = SOURCE; i < packet.capacity(); i += 2) {
      sum += Short.toUnsignedInt(packet.getShort(i));
    }
    while (sum > 0xffff) {
      sum = (sum & 0xffff) + (sum >> 16);
    }
    return (short) ~sum;
  }
}
