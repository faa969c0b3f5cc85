package dev.plumbline.lab.real;

import dev.plumbline.lab.machine.Command;
import java.util.SortedSet;
import java.util.TreeSet;

/** What a lab could leave behind on this machine, one line each. */
record Machine(SortedSet<String> lines) {

  static Machine now() {
    SortedSet<String> lines = new TreeSet<>();
    add(lines, "mount", "awk '{print $5}' /proc/self/mountinfo");
    add(lines, "link", "ls /sys/class/net");
    add(lines, "route", "cat /proc/net/route");
    add(lines, "rule", "iptables -S; iptables -t nat -S");
    add(lines, "cgroup", "ls -d /sys/fs/cgroup/*/docker/*");
    add(lines, "forwarding", "cat /proc/sys/net/ipv4/ip_forward");
    add(
        lines,
        "process",
        "for p in /proc/[0-9]*; do tr '\\0' ' ' <$p/cmdline; echo; done 2>/dev/null"
            + " | grep -E '^[^ ]*(dockerd|containerd|systemd|/sbin/init|sshd)'");
    return new Machine(lines);
  }

  /** What is here now and was not there before. */
  SortedSet<String> beyond(Machine before) {
    SortedSet<String> more = new TreeSet<>(lines);
    more.removeAll(before.lines);
    return more;
  }

  private static void add(SortedSet<String> lines, String kind, String script) {
    Command.of("sh", "-c", script)
        .run()
        .out()
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> lines.add(kind + " " + line));
  }
}
