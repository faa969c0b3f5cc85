package dev.plumbline.lab.node;

import dev.plumbline.lab.machine.KernelSetting;
import dev.plumbline.lab.machine.LabProblem;

/** How many nodes this machine bears: each systemd needs inotify instances of one common count. */
public final class Capacity {
  private static final int PER_NODE = 7;
  private static final int FOR_THE_MACHINE = 8;
  private static final KernelSetting LIMIT = new KernelSetting("fs.inotify.max_user_instances");

  private Capacity() {}

  /**
   * A Problem if this machine has no room.
   *
   * @param running nodes of all labs
   * @param wanted nodes to be started now
   */
  public static void check(int running, int wanted) {
    int limit = Integer.parseInt(LIMIT.read());
    int most = most(limit);
    if (running + wanted > most) {
      throw new LabProblem(
          "this machine bears "
              + most
              + " nodes at once (fs.inotify.max_user_instances is "
              + limit
              + "), "
              + running
              + " run already and "
              + wanted
              + " more are wanted: take a lab down, or raise that limit with sysctl");
    }
  }

  static int most(int limit) {
    return (limit - FOR_THE_MACHINE) / PER_NODE;
  }
}
