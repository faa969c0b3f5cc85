package dev.plumbline.controller.contact;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a node says about itself at first sight.
 *
 * @param architecture as {@code uname -m} prints it
 * @param system as {@code uname -s} prints it
 * @param root whether the user is root
 * @param init the name of process 1
 * @param machineId the content of /etc/machine-id; empty if there is none
 * @param installed the build of the agent that is installed; empty if there is none
 * @param freeKiB room for the agent in /opt; empty if the node does not say
 * @param programs those of the programs that we need which the node has
 * @param freeSudo whether sudo works without a password
 * @param client the address from which the node sees us; empty for {@code via: local}
 */
record Probe(
    String architecture,
    String system,
    boolean root,
    String init,
    String machineId,
    String installed,
    OptionalLong freeKiB,
    Set<String> programs,
    boolean freeSudo,
    Optional<String> client) {
  static final String FIRST = "plumbline-probe-begin";
  static final String LAST = "plumbline-probe-end";

  /** Changes nothing. Each line of its output is a key, an equals sign and a value. */
  static final String SCRIPT =
      """
      echo %s
      echo "architecture=$(uname -m)"
      echo "system=$(uname -s)"
      echo "uid=$(id -u)"
      echo "init=$(cat /proc/1/comm 2>/dev/null)"
      echo "machine_id=$(cat /etc/machine-id 2>/dev/null)"
      echo "installed=$(readlink /opt/plumbline/current 2>/dev/null)"
      echo "connection=$SSH_CONNECTION"
      set -- $(df -Pk /opt 2>/dev/null || df -Pk /) && shift $(($# - 6)) && echo "free=$4"
      for p in tar gzip sudo bash timeout python3; do
        if command -v $p >/dev/null 2>&1; then echo "has=$p"; fi
      done
      if [ "$(id -u)" != 0 ] && sudo -n true </dev/null >/dev/null 2>&1; then echo "sudo=free"; fi
      echo %s
      """
          .formatted(FIRST, LAST);

  static Probe parse(Iterable<String> lines) {
    Map<String, String> values = new HashMap<>();
    Set<String> programs = new HashSet<>();
    for (String line : lines) {
      int equals = line.indexOf('=');
      if (equals > 0) {
        String value = line.substring(equals + 1).strip();
        if (line.startsWith("has=")) {
          programs.add(value);
        } else {
          values.put(line.substring(0, equals), value);
        }
      }
    }
    String connection = values.getOrDefault("connection", "");
    return new Probe(
        values.getOrDefault("architecture", ""),
        values.getOrDefault("system", ""),
        values.getOrDefault("uid", "").equals("0"),
        values.getOrDefault("init", ""),
        values.getOrDefault("machine_id", ""),
        build(values.getOrDefault("installed", "")),
        number(values.getOrDefault("free", "")),
        Set.copyOf(programs),
        values.getOrDefault("sudo", "").equals("free"),
        connection.isEmpty()
            ? Optional.empty()
            : Optional.of(connection.substring(0, (connection + " ").indexOf(' '))));
  }

  private static OptionalLong number(String text) {
    return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  /** {@code /opt/plumbline/agent-0f3a} or {@code agent-0f3a} → {@code 0f3a}. */
  private static String build(String link) {
    String name = link.substring(link.lastIndexOf('/') + 1);
    return name.startsWith("agent-") ? name.substring("agent-".length()) : "";
  }
}
