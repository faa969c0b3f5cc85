package dev.plumbline.lab.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.node.LabNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Groups, users, files, hosts and ssh_keys on two nodes, asked of the nodes themselves. */
@LabTest
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccountsAndFilesTest {
  private static final String STATE =
      """
      groups:
        all:
          connect: {user: ubuntu, password: ask, become_password: ask}
          state:
            hostname: ${node.name}
            hosts: {nodes: all}
            groups: {mpi: {gid: 7000}}
            users: {mpihpc: {uid: 7777, groups: [sudo, mpi], sudo: nopasswd}}
            files:
              /srv/a: {state: directory, owner: mpihpc, group: mpi, mode: "2775"}
              /srv/a/b: {content: "hello\\n", owner: mpihpc}
              /etc/secret: {content: swordfish, sensitive: true}
              /etc/security/limits.conf: {block: true, content: "* soft memlock unlimited\\n"}
            ssh_keys: {mpihpc: {trust: all}}
      """;

  private Path directory = Path.of(".");
  private Lab lab;
  private LabNode one;
  private LabNode two;

  @BeforeAll
  void up(@TempDir Path directory) throws IOException {
    this.directory = directory;
    Path inventory = Inventories.write(directory, "kinds", "one", "two");
    lab = Lab.up(inventory);
    one = lab.node("one");
    two = lab.node("two");
    one.run("ip link set enp0s8 up; ip address add 192.168.56.10/24 dev enp0s8");
    two.run("ip link set enp0s8 up; ip address add 192.168.56.11/24 dev enp0s8");
    Files.writeString(inventory, Files.readString(inventory) + STATE);
  }

  @AfterAll
  void down() {
    plumb("controller", "stop");
    lab.down();
  }

  /** Runs the launcher in the directory of the inventory. */
  private Finished plumb(String... arguments) {
    String launcher = Path.of("..", "plumb").toAbsolutePath().normalize().toString();
    return Command.of("env", "-C", directory.toString(), launcher).and(arguments).run();
  }

  @Test
  @Order(1)
  void appliesOnceAndThenNothing() {
    Finished first = plumb("apply");
    assertThat(first.exit()).as(first.out() + first.err()).isZero();

    assertThat(plumb("plan").exit()).isZero();
    assertThat(one.run("stat -c '%a %U %G' /srv/a /etc/secret"))
        .isEqualTo("2775 mpihpc mpi\n600 root root\n");
    assertThat(one.run("runuser -u mpihpc -- sudo -n id -u")).isEqualTo("0\n");
    assertThat(one.run("id -Gn mpihpc")).isEqualTo("mpihpc sudo mpi\n");
  }

  @Test
  @Order(2)
  void letsUserInEverywhereWithoutQuestion() {
    for (LabNode from : new LabNode[] {one, two}) {
      for (String to : new String[] {"one", "two", "192.168.56.10", "192.168.56.11"}) {
        assertThat(from.exec("runuser -u mpihpc -- ssh -o BatchMode=yes $1 true", to).ok())
            .as("%s to %s", from.name(), to)
            .isTrue();
      }
    }
  }

  @Test
  @Order(3)
  void findsAndMendsWhatWasTamperedWith() {
    one.run("echo 127.0.1.1 one >>/etc/hosts; chmod 777 /srv/a; echo x >/etc/secret");
    one.run("gpasswd -d mpihpc sudo; sed -i /@two/d ~mpihpc/.ssh/authorized_keys");

    Finished drift = plumb("drift");

    assertThat(drift.exit()).isEqualTo(2);
    assertThat(drift.out())
        .contains("hosts", "file[/srv/a]", "file[/etc/secret]", "user[mpihpc]", "ssh_key[mpihpc]")
        .doesNotContain("swordfish");
    assertThat(plumb("apply").exit()).isZero();
    assertThat(plumb("drift").exit()).isZero();
    assertThat(one.run("cat /etc/secret")).isEqualTo("swordfish");
    assertThat(one.run("getent hosts one")).startsWith("192.168.56.10");
  }

  @Test
  @Order(4)
  void keepsSecretOffTheDisks() {
    assertThat(one.exec("grep -r swordfish /var/lib/plumbline").ok()).isFalse();
    assertThat(
            Command.of("grep", "-r", "swordfish", directory.resolve(".plumbline").toString())
                .run()
                .ok())
        .isFalse();
  }

  @Test
  @Order(5)
  void takesBackWhatIsOursAndLeavesTheRest() throws IOException {
    Path inventory = directory.resolve("inventory.yaml");
    String all = Files.readString(inventory);
    Files.writeString(inventory, all.substring(0, all.indexOf("      hosts:")));

    assertThat(plumb("apply").exit()).isZero();

    assertThat(one.exec("grep -r 'BEGIN plumbline' /etc /home").ok()).isFalse();
    assertThat(one.run("ls /etc/sudoers.d")).doesNotContain("plumbline");
    assertThat(one.run("ls ~mpihpc/.ssh")).isEqualTo("id_ed25519\nid_ed25519.pub\n");
    assertThat(one.run("cat /srv/a/b")).isEqualTo("hello\n");
  }
}
