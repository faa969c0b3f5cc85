package dev.plumbline.lab.node;

import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds /24 subnets for a lab that nothing on this machine and nothing in the inventory uses. */
final class Subnets {
  private static final Pattern IPV4 = Pattern.compile("\\b(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.");
  private static final Path ROUTES = Path.of("/proc/net/route");

  /** A destination of a route: all addresses that equal {@code network} under {@code mask}. */
  record Route(long network, long mask) {
    boolean meets(long slash24) {
      long shared = mask & 0xffffff00L;
      return mask != 0 && (network & shared) == (slash24 & shared);
    }
  }

  private final List<Route> taken = new ArrayList<>();

  /**
   * @param inventory its text: any address that occurs in it is left alone
   * @param routes as in /proc/net/route
   */
  Subnets(String inventory, String routes) {
    Matcher address = IPV4.matcher(inventory);
    while (address.find()) {
      long network = 0;
      for (int i = 1; i <= 3; i++) {
        network = (network << 8) | (Long.parseLong(address.group(i)) & 255);
      }
      taken.add(new Route(network << 8, 0xffffff00L));
    }
    routes
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .filter(columns -> columns.length > 7)
        .forEach(columns -> taken.add(new Route(word(columns[1]), word(columns[7]))));
  }

  static Subnets around(String inventory) {
    try {
      return new Subnets(inventory, Files.readString(ROUTES));
    } catch (IOException e) {
      throw new LabProblem("cannot read " + ROUTES + ": " + e.getMessage(), e);
    }
  }

  /** The first three octets of a free /24 with a dot, e.g. {@code 10.213.7.}; never twice. */
  String next() {
    for (int second = 213; second < 250; second++) {
      for (int third = 0; third < 256; third++) {
        long candidate = (10L << 24) | ((long) second << 16) | ((long) third << 8);
        if (taken.stream().noneMatch(route -> route.meets(candidate))) {
          taken.add(new Route(candidate, 0xffffff00L));
          return "10." + second + "." + third + ".";
        }
      }
    }
    throw new LabProblem("no /24 between 10.213.0.0 and 10.249.255.0 is free for the lab's nodes");
  }

  /** The kernel prints an address as a number in the machine's byte order. */
  private static long word(String hex) {
    return Integer.toUnsignedLong(Integer.reverseBytes((int) Long.parseLong(hex, 16)));
  }
}
