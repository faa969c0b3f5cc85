package dev.plumbline.lab.node;

import dev.plumbline.lab.machine.Command;
import java.util.ArrayList;
import java.util.List;

/** The rights of a node: those of a machine, less what would reach this machine itself. */
final class ContainerFlags {
  private static final List<String> ALWAYS =
      List.of(
          "--cap-add=ALL",
          // Some machines do not have it to give.
          "--cap-drop=SYS_RESOURCE",
          // A node that sets its clock would set this machine's.
          "--cap-drop=SYS_TIME",
          "--security-opt=seccomp=unconfined",
          "--security-opt=systempaths=unconfined",
          "--security-opt=apparmor=unconfined",
          "--tmpfs=/run",
          "--tmpfs=/run/lock",
          "--tmpfs=/tmp:exec");

  private ContainerFlags() {}

  static List<String> ofThisMachine() {
    return forCgroups(
        Command.of("stat", "-f", "-c", "%T", "/sys/fs/cgroup")
            .output("asking for the version of cgroups")
            .strip());
  }

  /**
   * @param filesystem of /sys/fs/cgroup: {@code cgroup2fs} is version 2, all else version 1
   */
  static List<String> forCgroups(String filesystem) {
    List<String> flags = new ArrayList<>(ALWAYS);
    if (filesystem.equals("cgroup2fs")) {
      flags.add("--cgroupns=private");
    } else {
      flags.add("--cgroupns=host");
      flags.add("--volume=/sys/fs/cgroup:/sys/fs/cgroup:rw");
    }
    return flags;
  }
}
