package dev.plumbline.lab.node;

import dev.plumbline.lab.machine.Command;
import java.nio.file.Files;
import java.nio.file.Path;
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
          // A reboot from inside is a first process that ends by a signal.
          "--restart=on-failure",
          "--tmpfs=/run",
          "--tmpfs=/run/lock",
          "--tmpfs=/tmp:exec");

  private ContainerFlags() {}

  static List<String> ofThisMachine() {
    String filesystem =
        Command.of("stat", "-f", "-c", "%T", "/sys/fs/cgroup")
            .output("asking for the version of cgroups")
            .strip();
    return forMachine(filesystem, Files.isDirectory(Path.of("/lib/modules")));
  }

  /**
   * @param filesystem of /sys/fs/cgroup: {@code cgroup2fs} is version 2, all else version 1
   * @param modules whether this machine's kernel has modules, which a node's engine asks for
   */
  static List<String> forMachine(String filesystem, boolean modules) {
    List<String> flags = new ArrayList<>(ALWAYS);
    if (filesystem.equals("cgroup2fs")) {
      flags.add("--cgroupns=private");
    } else {
      flags.add("--cgroupns=host");
      flags.add("--volume=/sys/fs/cgroup:/sys/fs/cgroup:rw");
    }
    if (modules) {
      flags.add("--volume=/lib/modules:/lib/modules:ro");
    }
    return flags;
  }
}
