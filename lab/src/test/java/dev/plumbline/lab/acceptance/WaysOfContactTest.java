package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.lab.real.LabTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The ways to a node other than a user with a password. Each begins without an agent there. */
@LabTest
@TestInstance(Lifecycle.PER_CLASS)
class WaysOfContactTest {
  private static final String INVENTORY =
      """
      cluster: ways
      nodes: {one: {address: 192.168.56.10}}
      groups: {all: {state: {hostname: "${node.name}"}}}
      """;

  private Path directory;
  private RealCluster cluster;
  private LabNode node;
  private String written;

  @BeforeAll
  void up(@TempDir Path directory) throws IOException {
    this.directory = directory;
    cluster = RealCluster.up(directory, INVENTORY);
    node = cluster.node("one");
    written = Files.readString(local());
  }

  @AfterAll
  void down() {
    cluster.close();
  }

  @AfterEach
  void withoutAgent() throws IOException {
    Files.writeString(local(), written);
    cluster.plumb().run("agent", "remove", "--yes", "one");
    node.run("! systemctl is-active --quiet plumbline-agent");
  }

  private Path local() {
    return directory.resolve("inventory.local.yaml");
  }

  /** What the lab wrote about a key of the node's connect. */
  private String lab(String key) {
    return written
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith(key + ": "))
        .map(line -> line.substring(key.length() + 2))
        .findFirst()
        .orElseThrow();
  }

  private void connect(String more) throws IOException {
    Files.writeString(
        local(),
        "nodes: {one: {connect: {address: %s, known_hosts: %s, %s}}}%n"
            .formatted(lab("address"), lab("known_hosts"), more));
  }

  /** Makes a key pair whose public half may log in as a user of the node. */
  private Path key(String passphrase, String home, String user) throws IOException {
    Path key = directory.resolve("key-of-" + user);
    Command.of("ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-f", key.toString())
        .output("making a key");
    node.run(
        "install -d -m 700 -o \"$2\" \"$1\"/.ssh; echo \"$3\" >\"$1\"/.ssh/authorized_keys;"
            + " chown \"$2\" \"$1\"/.ssh/authorized_keys",
        home,
        user,
        Files.readString(directory.resolve("key-of-" + user + ".pub")).strip());
    return key;
  }

  private void assertManaged() {
    node.run("hostnamectl set-hostname ubuntu");
    cluster.plumb().expect(0, "apply");
    assertThat(node.run("hostname").strip()).isEqualTo("one");
    cluster.plumb().expect(0, "drift");
  }

  @Test
  void asRootWithAKey() throws IOException {
    connect("user: root, identity: \"" + key("", "/root", "root") + "\"");

    assertManaged();
  }

  @Test
  void withAKeyBehindAPassphraseThatAnSshAgentHolds() throws IOException {
    Path key = key("open sesame", "/home/ubuntu", "ubuntu");
    Path answer = Files.writeString(directory.resolve("answer"), "#!/bin/sh\necho 'open sesame'\n");
    Files.setPosixFilePermissions(answer, PosixFilePermissions.fromString("rwx------"));
    Path socket = directory.resolve("agent.sock");
    connect(
        "user: ubuntu, identity: \"%s\", become_password: %s"
            .formatted(key, lab("become_password")));

    Finished locked = cluster.plumb().run("apply");
    assertThat(locked.exit()).as("without the ssh-agent").isNotZero();

    node.run("hostnamectl set-hostname ubuntu");
    Process agent =
        new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
            .redirectOutput(directory.resolve("agent.log").toFile())
            .start();
    try {
      while (!Files.exists(socket)) {
        Thread.onSpinWait();
      }
      Command.of("ssh-add", "-q", key.toString())
          .with("SSH_AUTH_SOCK", socket.toString())
          .with("SSH_ASKPASS", answer.toString())
          .with("SSH_ASKPASS_REQUIRE", "force")
          .output("giving the key to the ssh-agent");
      Finished applied =
          cluster.plumb().command("apply").with("SSH_AUTH_SOCK", socket.toString()).run();

      assertThat(applied.exit()).as(applied.out() + applied.err()).isZero();
      assertThat(node.run("hostname").strip()).isEqualTo("one");
    } finally {
      agent.destroy();
    }
  }

  @Test
  void aNodeThatManagesItself() throws IOException {
    node.run("mkdir -p /usr/lib/jvm /opt/checkout/agent/target /root/cluster");
    node.container().copy(Path.of(System.getProperty("java.home")).toRealPath(), "/usr/lib/jvm");
    node.container().copy(Plumb.home().resolve("plumb"), "/opt/checkout");
    for (String module : List.of("controller", "lab")) {
      node.run("mkdir -p /opt/checkout/" + module + "/target");
      node.container()
          .copy(
              Plumb.home().resolve(module).resolve("target/lib"),
              "/opt/checkout/" + module + "/target");
    }
    node.container()
        .copy(Plumb.home().resolve("agent/target/packages"), "/opt/checkout/agent/target");
    node.run(
        "echo \"$1\" >/root/cluster/inventory.yaml",
        INVENTORY.replace("10}}", "10, connect: {via: local}}}"));
    node.run("hostnamectl set-hostname ubuntu");
    String plumb = "cd /root/cluster && PLUMB_BUILD=never NO_COLOR=1 /opt/checkout/plumb ";

    node.run(plumb + "apply");
    assertThat(node.run("hostname").strip()).isEqualTo("one");
    node.run(plumb + "drift");
    assertAFullDiskLosesNothing(plumb);

    node.run(plumb + "agent remove --yes one");
    node.run(plumb + "controller stop");
  }

  /** The controller's state on a disk of its own, which is filled while the controller runs. */
  private void assertAFullDiskLosesNothing(String plumb) {
    node.run(plumb + "controller stop");
    node.run(
        """
        cd /root/cluster
        cp -a .plumbline kept
        mount -t tmpfs -o size=16m,mode=0700 none .plumbline
        cp -a kept/. .plumbline
        rm -r kept
        """);
    node.run(plumb + "controller start");
    node.run("cat /dev/zero >/root/cluster/.plumbline/fill || true");
    node.run("sed -i 's/hostname: .*node.name}\"/hostname: full/' /root/cluster/inventory.yaml");

    Finished full = node.exec(plumb + "apply");
    assertThat(full.exit()).as(full.out() + full.err()).isEqualTo(1);
    assertThat(full.out() + full.err()).contains("the disk is full; free some space and try again");
    assertThat(node.run("hostname").strip()).isEqualTo("one");

    node.run(plumb + "controller stop --force");
    Finished stillFull = node.exec(plumb + "apply");
    assertThat(stillFull.exit()).as(stillFull.out() + stillFull.err()).isEqualTo(1);
    assertThat(stillFull.out() + stillFull.err()).contains("free some space");

    node.run("rm /root/cluster/.plumbline/fill");
    node.run(plumb + "apply");
    assertThat(node.run("hostname").strip()).isEqualTo("full");
  }
}
