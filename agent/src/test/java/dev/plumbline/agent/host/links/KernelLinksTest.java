package dev.plumbline.agent.host.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.links.Link;
import dev.plumbline.resources.ip.IpAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KernelLinksTest {
  private static final Wire WIRE = new Wire(1, "08:00:27:00:00:01", Set.of());

  @Test
  void readsWhatJavaReadsToo() throws Failure, SocketException {
    NetworkInterface loopback = NetworkInterface.getByName("lo");
    Link link = new KernelLinks().find("lo").orElseThrow();
    assertThat(link.index()).isEqualTo(loopback.getIndex());
    assertThat(link.mtu()).isEqualTo(loopback.getMTU());
    assertThat(link.addresses())
        .extracting(address -> (short) address.cidr().prefix())
        .containsExactlyInAnyOrderElementsOf(
            loopback.getInterfaceAddresses().stream()
                .map(address -> address.getNetworkPrefixLength())
                .toList());
    assertThat(new KernelLinks().find("no-such-link")).isEmpty();
  }

  /** The packet that arping -D of iputils sends. */
  @Test
  void asksWithAnArpProbe() {
    Arp arp = new Arp(WIRE);
    byte[] probe = arp.packet(IpAddress.parse("192.168.56.10"));
    assertThat(HexFormat.of().formatHex(probe))
        .isEqualTo("00010800060400010800270000010000000000000000" + "0000" + "c0a8380a");
  }

  @Test
  void whoeverSpeaksFromAnAddressOrProbesForItClaimsIt() {
    Arp arp = new Arp(new Wire(1, "08:00:27:00:00:02", Set.of()));
    Arp other = new Arp(WIRE);
    assertThat(arp.read(ByteBuffer.wrap(other.packet(IpAddress.parse("192.168.56.10"))), "ignored"))
        .contains(new Wire.Answer(IpAddress.parse("192.168.56.10"), "08:00:27:00:00:01"));
    byte[] reply =
        HexFormat.of().parseHex("0001080006040002080027000009c0a8380a08002700000100000000");
    assertThat(arp.read(ByteBuffer.wrap(reply), "ignored"))
        .contains(new Wire.Answer(IpAddress.parse("192.168.56.10"), "08:00:27:00:00:09"));
    assertThat(arp.read(ByteBuffer.wrap(new byte[27]), "")).isEmpty();
  }

  @Test
  void asksTheSolicitedNodeGroup() {
    Neighbours neighbours = new Neighbours(WIRE);
    IpAddress address = IpAddress.parse("2001:db8::1:ff12:3456");
    assertThat(Wire.text(neighbours.to(address))).isEqualTo("33:33:ff:12:34:56");
    byte[] packet = neighbours.packet(address);
    assertThat(HexFormat.of().formatHex(packet))
        .startsWith(
            "6000000000183aff" + "0".repeat(32) + "ff0200000000000000000001ff123456" + "8700")
        .endsWith("00000000" + "20010db8000000000000" + "0001ff123456");
    assertThat(neighbours.read(ByteBuffer.wrap(packet), "08:00:27:00:00:09"))
        .contains(new Wire.Answer(address, "08:00:27:00:00:09"));
    assertThat(sum(packet)).isEqualTo(0xffff);
  }

  /** Of the message with its checksum, and the pseudo-header (RFC 8200 §8.1). */
  private static int sum(byte[] packet) {
    ByteBuffer buffer = ByteBuffer.wrap(packet);
    int sum = 24 + 58;
    for (int i = 8; i < packet.length; i += 2) {
      sum += Short.toUnsignedInt(buffer.getShort(i));
    }
    return (sum & 0xffff) + (sum >> 16);
  }
}
