package dev.plumbline.lab.machine;

import java.util.List;
import java.util.Map;

/** Installs what the lab needs on this machine, with its own apt. */
public final class Installer {
  private static final Map<String, String> QUIET =
      Map.of("DEBIAN_FRONTEND", "noninteractive", "NEEDRESTART_MODE", "l");

  private Installer() {}

  public static boolean has(String program) {
    return Command.exists(program);
  }

  /** The engine with its client, which newer distributions ship in a package of its own. */
  public static boolean engine() {
    install(List.of("docker.io", "iptables"));
    if (!has("docker")) {
      install(List.of("docker-cli"));
    }
    return true;
  }

  public static void install(List<String> packages) {
    String names = String.join(" ", packages);
    if (!StateDirectory.isRoot() || !has("apt-get")) {
      throw new LabProblem("this machine lacks " + names + ": install it, or run this as root");
    }
    Command install =
        Command.of("apt-get", "-o", "DPkg::Lock::Timeout=120", "install", "--yes")
            .and("--no-install-recommends")
            .and(packages)
            .with(QUIET);
    Finished first = install.run();
    if (!first.ok()) {
      Command.of("apt-get", "update").with(QUIET).output("apt-get update on this machine");
      install.output("installing " + names + " on this machine");
    }
  }
}
