package dev.plumbline.lab.fault;

import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.lab.node.LabNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** One way to break a node. Those that take a value are written {@code name=value}. */
public enum Fault {
  HOSTS("hosts", "adds a stranger's line to /etc/hosts", "echo '192.0.2.1 stranger' >>/etc/hosts"),
  HOSTNAME("hostname", "names the node 'stranger'", "hostnamectl set-hostname stranger"),
  FILE("file", "PATH", "", "adds a line to a file", "echo '# stranger' >>\"$1\""),
  MODE("mode", "PATH", "", "lets everybody write a file", "chmod 0777 \"$1\""),
  KEYS(
      "keys",
      "USER",
      "",
      "deletes the keys in ~/.ssh of a user",
      "home=$(getent passwd \"$1\" | cut -d: -f6); rm -rf \"${home:?}\"/.ssh/*"),
  USER("user", "USER", "", "gives a user another shell", "usermod --shell /bin/false \"$1\""),
  PACKAGE(
      "package",
      "NAME",
      "",
      "removes a package",
      "DEBIAN_FRONTEND=noninteractive apt-get remove --quiet=2 --yes \"$1\""),
  SERVICE("service", "NAME", "", "stops a service", "systemctl stop \"$1\""),
  ADDRESS("address", "NIC", "", "takes all addresses from a NIC", "ip address flush dev \"$1\""),
  SWARM("swarm", "leaves the swarm", "docker swarm leave --force"),
  KILL(
      "kill",
      "SERVICE",
      "",
      "kills a service's processes with SIGKILL",
      "systemctl kill -s KILL \"$1\""),
  DPKG_LOCK("dpkg-lock", "SECONDS", "60", "holds dpkg's locks for a while", Scripts.DPKG_LOCK),
  CABLE_OUT("cable-out", "NIC", "", "pulls the cable of a NIC", LabNode::unplug),
  CABLE_IN("cable-in", "NIC", "", "plugs the cable of a NIC in again", LabNode::plug),
  FREEZE("freeze", "", "", "lets the whole node hang", (node, none) -> node.freeze()),
  THAW("thaw", "", "", "lets a node that hangs go on", (node, none) -> node.thaw()),
  REBOOT("reboot", "", "", "reboots it and waits until it is back", (node, none) -> node.restart()),
  POWER_OFF("power-off", "", "", "cuts its power", (node, none) -> node.container().cutPower()),
  POWER_ON("power-on", "", "", "starts it again", (node, none) -> node.powerOn());

  private static final class Scripts {
    /** The locks are fcntl's, which flock(1) cannot take; it returns when they are held. */
    static final String DPKG_LOCK =
        """
        systemd-run --quiet --collect python3 -c '
        import fcntl, pathlib, sys, time
        held = [open("/var/lib/dpkg/" + name, "w") for name in ("lock-frontend", "lock")]
        for file in held: fcntl.lockf(file, fcntl.LOCK_EX)
        pathlib.Path("/run/dpkg-lock-held").touch()
        time.sleep(int(sys.argv[1]))
        ' "$1"
        until [ -e /run/dpkg-lock-held ]; do sleep 0.1; done
        rm /run/dpkg-lock-held
        """;
  }

  private final String word;
  private final String value;
  private final String usual;
  private final String does;
  private final BiConsumer<LabNode, String> action;

  Fault(String word, String does, String script) {
    this(word, "", "", does, script);
  }

  /** A script that runs in the node as root, with the value as its first argument. */
  Fault(String word, String value, String usual, String does, String script) {
    this(word, value, usual, does, (node, given) -> node.run(script, given));
  }

  /**
   * @param value what the value is, in capitals; empty if it takes none
   * @param usual the value where none is given; empty if one must be
   */
  Fault(String word, String value, String usual, String does, BiConsumer<LabNode, String> action) {
    this.word = word;
    this.value = value;
    this.usual = usual;
    this.does = does;
    this.action = action;
  }

  /** As a user writes it, e.g. {@code package=NAME}. */
  public String usage() {
    return value.isEmpty()
        ? word
        : usual.isEmpty() ? word + "=" + value : word + "[=" + value + "]";
  }

  public String does() {
    return does;
  }

  /**
   * Breaks a node.
   *
   * @param given the value; empty for none
   */
  public void on(LabNode node, String given) {
    String meant = given.isEmpty() ? usual : given;
    if (meant.isEmpty() != value.isEmpty()) {
      throw new LabProblem("it is written '" + usage() + "': " + does);
    }
    action.accept(node, meant);
  }

  /** Breaks a node as written: {@code word} or {@code word=value}. */
  public static Fault inflict(LabNode node, String written) {
    List<String> parts = List.of(written.split("=", 2));
    Fault fault =
        named(parts.getFirst())
            .orElseThrow(() ->
                new LabProblem(
                    "no such fault '"
                        + parts.getFirst()
                        + "'; there are "
                        + String.join(", ", Arrays.stream(values()).map(Fault::usage).toList())));
    fault.on(node, parts.size() > 1 ? parts.getLast() : "");
    return fault;
  }

  private static Optional<Fault> named(String word) {
    return Arrays.stream(values()).filter(fault -> fault.word.equals(word)).findFirst();
  }
}
