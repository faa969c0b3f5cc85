package dev.plumbline.bench;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.node.Access;
import dev.plumbline.lab.node.LabNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code ansible-playbook}, with a key and a user who may sudo, and connections that stay. */
final class Ansible extends Contender {
  private static final Map<String, String> ADDRESSES =
      Map.of("master", "192.168.56.10", "worker1", "192.168.56.11", "worker2", "192.168.56.12");

  private final Path key;
  private final Path playbooks;
  private final Path work;
  private int connections;

  /**
   * @param playbooks the directory of site.yml and ansible.cfg
   * @param work a directory for its inventory and its connections, with a short path
   */
  Ansible(Path inventory, Path key, Path playbooks, Path work) {
    super(inventory, key);
    this.key = key;
    this.playbooks = playbooks;
    this.work = work;
  }

  @Override
  void fresh() throws IOException {
    super.fresh();
    writeInventory();
  }

  private void writeInventory() throws IOException {
    StringBuilder text = new StringBuilder("all:\n  vars:\n");
    text.append("    ansible_user: ").append(Access.USER).append('\n');
    text.append("    ansible_ssh_private_key_file: ").append(key).append('\n');
    text.append("    ansible_ssh_common_args: -o UserKnownHostsFile=")
        .append(lab().access().knownHosts())
        .append("\n  hosts:\n");
    for (LabNode node : lab().nodes()) {
      text.append(
          "    %s: {ansible_host: %s, address: %s}\n"
              .formatted(node.name(), node.address(), ADDRESSES.get(node.name())));
    }
    text.append("  children:\n    managers: {hosts: {master: }}\n");
    text.append("    workers: {hosts: {worker1: , worker2: }}\n");
    Files.writeString(work.resolve("hosts.yml"), text);
  }

  /** Installs it where it is missing, as the user of a Debian or Ubuntu would. */
  static void install() {
    if (!Command.exists("ansible-playbook")) {
      System.out.println("Ansible is missing: apt-get install ansible");
      Command.of("apt-get", "install", "-y", "-q", "--no-install-recommends", "ansible")
          .output("installing ansible");
    }
  }

  @Override
  Command apply() {
    return playbook();
  }

  @Override
  Command check() {
    return playbook().and("--check");
  }

  @Override
  void forget() {
    // A connection that stayed would wait for a node that is gone.
    connections++;
  }

  @Override
  boolean saysUnchanged(Finished finished) {
    return finished.out().lines().filter(line -> line.contains(" changed=0 ")).count()
        == lab().nodes().size();
  }

  private Command playbook() {
    return Command.of("ansible-playbook", "-i", work.resolve("hosts.yml").toString())
        .and(playbooks.resolve("site.yml").toString())
        .with("ANSIBLE_CONFIG", playbooks.resolve("ansible.cfg").toString())
        .with("ANSIBLE_SSH_CONTROL_PATH_DIR", work.resolve("cp" + connections).toString());
  }
}
