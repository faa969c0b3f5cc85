package dev.plumbline.agent.job.mpi;

import dev.plumbline.resources.Failure;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A network of addresses, which prints as CIDR.
 *
 * @param first its first address
 * @param prefix how many leading bits its addresses share
 */
public record Network(InetAddress first, int prefix) {
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  /**
   * @param cidr for example {@code 192.168.56.0/24}
   */
  public static Network parse(String cidr) throws Failure {
    int slash = cidr.indexOf('/');
    Optional<InetAddress> address = address(slash < 0 ? cidr : cidr.substring(0, slash));
    if (address.isPresent() && slash > 0 && cidr.substring(slash + 1).matches("[0-9]{1,3}")) {
      int prefix = Integer.parseInt(cidr.substring(slash + 1));
      if (prefix <= address.get().getAddress().length * 8) {
        return of(address.get(), prefix);
      }
    }
    throw new Failure("'" + cidr + "' is no network", "write it as 192.168.56.0/24");
  }

  /** An address as it is written; names are never looked up. */
  public static Optional<InetAddress> address(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** The network of the NIC of this machine that has an address; empty if none has it. */
  public static Optional<Network> around(String address) throws Failure {
    try {
      Optional<InetAddress> wanted = address(address);
      for (NetworkInterface nic : NetworkInterface.networkInterfaces().toList()) {
        for (InterfaceAddress each : nic.getInterfaceAddresses()) {
          if (wanted.isPresent() && each.getAddress().equals(wanted.get())) {
            return Optional.of(of(wanted.get(), each.getNetworkPrefixLength()));
          }
        }
      }
      return Optional.empty();
    } catch (SocketException e) {
      throw new Failure(
          "cannot list the NICs of this node: " + e.getMessage(),
          "look at it with 'ip address'",
          e);
    }
  }

  private static Network of(InetAddress within, int prefix) {
    byte[] bytes = within.getAddress();
    for (int bit = prefix; bit < bytes.length * 8; bit++) {
      bytes[bit / 8] &= (byte) ~(0x80 >> bit % 8);
    }
    try {
      return new Network(InetAddress.getByAddress(bytes), prefix);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("the length of an address does not change", e);
    }
  }

  public boolean contains(InetAddress address) {
    return address.getAddress().length == first.getAddress().length
        && Arrays.equals(of(address, prefix).first.getAddress(), first.getAddress());
  }

  @Override
  public String toString() {
    return first.getHostAddress() + "/" + prefix;
  }
}
