package dev.plumbline.agent.facts;

import java.io.IOException;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** The network interfaces, but for the loopback. */
final class Nics {
  private Nics() {}

  static void detect(Root root, Detector.Sink sink) throws IOException {
    for (NetworkInterface nic : NetworkInterface.networkInterfaces().toList()) {
      if (nic.isLoopback()) {
        continue;
      }
      String prefix = "nic." + nic.getName();
      sink.fact(prefix + ".up", nic.isUp());
      sink.fact(prefix + ".mtu", nic.getMTU());
      byte[] mac = nic.getHardwareAddress();
      if (mac != null) {
        sink.fact(prefix + ".mac", HexFormat.ofDelimiter(":").formatHex(mac));
      }
      String addresses =
          nic.getInterfaceAddresses().stream()
              .map(Nics::printed)
              .sorted()
              .collect(Collectors.joining(", "));
      if (!addresses.isEmpty()) {
        sink.fact(prefix + ".addresses", addresses);
      }
    }
  }

  private static String printed(InterfaceAddress address) {
    String text = address.getAddress().getHostAddress();
    int zone = text.indexOf('%');
    return (zone < 0 ? text : text.substring(0, zone)) + "/" + address.getNetworkPrefixLength();
  }
}
