package dev.plumbline.lab.real;

/** Shell scripts for the engine inside a node, each with its line end. */
final class Nested {
  /** Installs the distribution's engine with this machine's apt sources. */
  static final String ENGINE =
      """
      set -e
      export DEBIAN_FRONTEND=noninteractive
      apt-get update --quiet=2
      apt-get install --quiet=2 --yes --no-install-recommends docker.io
      """;

  /** Makes the image {@code tiny} of the node's own programs: there is no registry to ask. */
  static final String IMAGE =
      """
      set -e -o pipefail
      tar --create --one-file-system --ignore-failed-read -C / bin sbin lib lib64 usr/bin \\
        usr/lib64 usr/lib/*-linux-gnu etc 2>/run/tar.log | docker import - tiny
      """;

  private Nested() {}
}
