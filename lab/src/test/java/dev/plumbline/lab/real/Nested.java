package dev.plumbline.lab.real;

/** Shell scripts for the engine inside a node, each with its line end. */
public final class Nested {
  /** Installs the distribution's engine with this machine's apt sources. */
  public static final String ENGINE =
      """
      set -e
      export DEBIAN_FRONTEND=noninteractive
      apt-get update --quiet=2
      apt-get install --quiet=2 --yes --no-install-recommends docker.io
      """;

  /** Makes the image {@code tiny} of a few programs of the node: there is no registry to ask. */
  public static final String IMAGE =
      """
      set -e -o pipefail
      programs="/bin/sh /bin/cat /bin/sleep /bin/ping /usr/bin/seq /usr/bin/getent"
      { printf '%s\\n' $programs; ldd $programs | grep -o '/[^ :)]*'; } | sort -u |
        tar --create --dereference --files-from - 2>/run/tar.log | docker import - tiny
      """;

  private Nested() {}

  /**
   * In a container: pings another one by name. The engines tell each other of new names in the
   * background, at the latest when they exchange all they know, every half minute; so the first
   * question may come too early.
   */
  public static String reach(String name) {
    return "sh -c 'for i in $(seq 450); do getent hosts %1$s && break; sleep 0.2; done; ping -c 1 %1$s'"
        .formatted(name);
  }
}
