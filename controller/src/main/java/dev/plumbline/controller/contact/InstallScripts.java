package dev.plumbline.controller.contact;

/** What is run as root on a node to install the agent. Every script may be run again. */
final class InstallScripts {
  private static final String TOP = "/opt/plumbline";

  /** The agent knows best what is its own; without it, what we know of. */
  static final String REMOVE =
      """
      set -eu
      if [ -x /opt/plumbline/current/bin/plumbline-agent ]; then
        /opt/plumbline/current/bin/plumbline-agent remove
      fi
      rm -rf /opt/plumbline
      """;

  static final String JOURNAL = "journalctl -u plumbline-agent -n 1 --no-pager -o cat 2>/dev/null";

  private InstallScripts() {}

  /** Where a build lies. */
  static String home(String build) {
    return TOP + "/agent-" + build;
  }

  /** Reads the package from standard input. A lost connection leaves nothing behind. */
  static String unpack(String build) {
    return """
    set -eu
    umask 022
    mkdir -p TOP
    t=$(mktemp -d TOP/.unpack.XXXXXX)
    trap 'rm -rf "$t"' EXIT
    trap 'exit 1' HUP INT TERM PIPE
    chmod 755 "$t"
    tar -xzf - --no-same-owner -C "$t"
    [ -x "$t/bin/plumbline-agent" ] || { echo "the package holds no agent" >&2; exit 1; }
    [ -e HOME ] || mv -T "$t" HOME
    """
        .replace("TOP", TOP)
        .replace("HOME", home(build));
  }

  /** Removes builds that are no longer in use, and what interrupted installations left. */
  static String dropOthers(String build) {
    return """
    for d in TOP/agent-* TOP/.unpack.*; do
      case $d in
        HOME) ;;
        *) rm -rf "$d" ;;
      esac
    done
    """
        .replace("TOP", TOP)
        .replace("HOME", home(build));
  }
}
