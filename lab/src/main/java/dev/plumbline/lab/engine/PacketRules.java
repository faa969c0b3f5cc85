package dev.plumbline.lab.engine;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.machine.KernelSetting;
import java.util.List;

/**
 * The packet filter of this machine, which an engine changes when it starts and never puts back.
 */
final class PacketRules {
  private static final KernelSetting FORWARDING = new KernelSetting("net.ipv4.ip_forward");
  private static final List<String> TABLES = List.of("filter", "nat", "raw");

  private PacketRules() {}

  static String forwarding() {
    return FORWARDING.read();
  }

  static String forwardPolicy() {
    return rules("iptables", "filter").stream()
        .filter(rule -> rule.startsWith("-P FORWARD "))
        .map(rule -> rule.substring("-P FORWARD ".length()))
        .findFirst()
        .orElse("ACCEPT");
  }

  static boolean engineWasHere() {
    return rules("iptables", "filter").stream().anyMatch(rule -> rule.startsWith("-N DOCKER"));
  }

  /** Takes away every chain of an engine that has ended, and sets forwarding as it was before. */
  static void putBack(String forwarding, String policy) {
    for (String table : TABLES) {
      takeAway("iptables", table);
      takeAway("ip6tables", table);
    }
    run("iptables", "filter", "-P FORWARD " + policy);
    FORWARDING.write(forwarding);
  }

  private static void takeAway(String tool, String table) {
    List<String> rules = rules(tool, table);
    rules.stream()
        .filter(rule -> rule.startsWith("-A ") && rule.contains("DOCKER"))
        .forEach(rule -> run(tool, table, "-D " + rule.substring("-A ".length())));
    rules.stream()
        .filter(rule -> rule.startsWith("-N DOCKER"))
        .map(rule -> rule.substring("-N ".length()))
        .forEach(chain -> run(tool, table, "-F " + chain));
    rules.stream()
        .filter(rule -> rule.startsWith("-N DOCKER"))
        .map(rule -> rule.substring("-N ".length()))
        .forEach(chain -> run(tool, table, "-X " + chain));
  }

  /** The table's rules as iptables writes them; none where the kernel has no such table. */
  private static List<String> rules(String tool, String table) {
    Finished listed = Command.of(tool, "-w", "-t", table, "-S").run();
    return listed.ok() ? listed.out().lines().toList() : List.of();
  }

  private static void run(String tool, String table, String rule) {
    Command.of(tool, "-w", "-t", table)
        .and(rule.split(" "))
        .output("putting back the packet filter (" + tool + " -t " + table + " " + rule + ")");
  }
}
