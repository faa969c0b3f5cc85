package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.lab.real.LabTest;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What is killed in the middle loses nothing, and the next apply carries on. */
@LabTest
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class CrashTest {
  private static final String INVENTORY =
      """
      cluster: crash
      nodes:
        one: {address: 192.168.56.10}
        two: {address: 192.168.56.11}
      groups:
        all:
          connect: {user: ubuntu}
          state:
            hostname: ${node.name}
            packages: []
      """;
  private static final String AWAIT_DPKG =
      "for i in $(seq 600); do pgrep -x dpkg >/dev/null && exit 0; sleep 0.1; done; exit 1";

  private Path directory;
  private RealCluster cluster;

  @BeforeAll
  void up(@TempDir Path directory) {
    this.directory = directory;
    cluster = RealCluster.up(directory, INVENTORY);
    cluster.plumb().expect(0, "apply");
  }

  @AfterAll
  void down() {
    cluster.close();
  }

  private void ask(String packages) {
    cluster.inventory(INVENTORY.replace("[]", "[" + packages + "]"));
  }

  private void assertInstalled(String name) {
    for (LabNode node : cluster.nodes()) {
      assertThat(node.run("dpkg-query -W -f '${db:Status-Abbrev}' " + name)).isEqualTo("ii ");
      assertThat(node.run("dpkg --audit")).isEmpty();
    }
  }

  @Test
  @Order(1)
  void anAgentKilledInTheMiddleOfAptReportsWhatAptDid() {
    ask("python3-numpy");
    LabNode one = cluster.node("one");
    one.run(
        "systemd-run --quiet --unit=killer bash -c '"
            + AWAIT_DPKG.replace(
                "exit 0", "{ systemctl kill -s KILL --kill-whom=main plumbline-agent; exit 0; }")
            + "'");

    cluster.plumb().expect(0, "apply");

    assertThat(one.run("systemctl show -p NRestarts --value plumbline-agent").strip())
        .isEqualTo("1");
    assertInstalled("python3-numpy");
    cluster.plumb().expect(0, "drift");
  }

  @Test
  @Order(2)
  void aCommandLineKilledInTheMiddleStopsNothing() throws Exception {
    ask("python3-numpy, python3-scipy");
    Process apply = cluster.plumb().start(directory.resolve("apply.log"), "apply");
    cluster.node("two").run(AWAIT_DPKG);
    apply.destroyForcibly().waitFor();

    cluster.plumb().expect(0, "apply");

    assertInstalled("python3-scipy");
    cluster.plumb().expect(0, "drift");
  }

  @Test
  @Order(3)
  void aControllerKilledInTheMiddleLeavesTheNextApplyToCarryOn() throws Exception {
    ask("python3-numpy, python3-scipy, gfortran");
    Process apply = cluster.plumb().start(directory.resolve("apply.log"), "apply");
    cluster.node("one").run(AWAIT_DPKG);
    String pid = Files.readString(cluster.plumb().state().resolve("controller.lock")).strip();
    Command.of("kill", "-9", pid).output("killing the controller");
    assertThat(apply.waitFor()).isEqualTo(1);
    assertThat(Files.readString(directory.resolve("apply.log"))).containsIgnoringCase("controller");

    cluster.plumb().expect(0, "apply");

    assertInstalled("gfortran");
    cluster.plumb().expect(0, "drift");
  }

  @Test
  @Order(4)
  void aHeldLockIsNamedAndWaitedFor() throws Exception {
    ask("python3-numpy, python3-scipy, gfortran, tree");
    LabNode two = cluster.node("two");
    two.run(
        "systemd-run --quiet --unit=holder python3 -c \"import fcntl,time; f=open('/var/lib/dpkg/lock-frontend','w'); fcntl.lockf(f,fcntl.LOCK_EX); open('/run/held','w'); time.sleep(3600)\";"
            + " for i in $(seq 600); do [ -e /run/held ] && exit 0; sleep 0.1; done; exit 1");
    Path log = directory.resolve("apply.log");
    Process apply = cluster.plumb().start(log, "apply");
    while (apply.isAlive() && !Files.readString(log).contains("held by python3, pid ")) {
      Thread.sleep(100);
    }

    two.run("systemctl stop holder");

    assertThat(apply.waitFor()).isZero();
    assertThat(log).content().contains("held by python3, pid ");
    assertInstalled("tree");
  }

  @Test
  @Order(5)
  void aPackageThatDoesNotExistFailsAloneAndIsNamed() {
    ask("tree, no-such-package-here, cowsay");

    var applied = cluster.plumb().expect(1, "apply");

    assertThat(applied.out() + applied.err()).contains("no-such-package-here");
    assertInstalled("cowsay");
  }

  private static final String FULL = "no space left on device → free some space";

  /** The state of the agent on a disk of its own, which can be filled. */
  private LabNode onASmallDisk() {
    LabNode one = cluster.node("one");
    one.run(
        """
        cd /var/lib
        mountpoint -q plumbline && exit 0
        systemctl stop plumbline-agent
        cp -a plumbline plumbline-kept
        mount -t tmpfs -o size=1m,mode=0711 none plumbline
        cp -a plumbline-kept/. plumbline
        rm -r plumbline-kept
        systemctl start plumbline-agent
        """);
    return one;
  }

  private void askFor(int files) {
    StringBuilder wanted = new StringBuilder("packages: []\n      files:\n");
    for (int i = 0; i < files; i++) {
      wanted.append("        /srv/f%02d: \"%s\"\n".formatted(i, "x".repeat(100)));
    }
    cluster.inventory(INVENTORY.replace("packages: []\n", wanted));
  }

  @Test
  @Order(6)
  void anAgentWhoseDiskIsFullTouchesNothing() {
    LabNode one = onASmallDisk();
    one.run("cat /dev/zero >/var/lib/plumbline/fill || true");
    askFor(3);

    var applied = cluster.plumb().expect(1, "apply");

    assertThat(applied.out() + applied.err()).contains("journal").contains(FULL);
    assertThat(one.run("ls /srv")).isEmpty();
    assertThat(one.run("find /var/lib/plumbline/journal -type f")).isEmpty();
    assertThat(cluster.node("two").run("ls /srv")).isEqualTo("f00\nf01\nf02\n");
    one.run("rm /var/lib/plumbline/fill");
    cluster.plumb().expect(0, "apply");
    assertThat(one.run("ls /srv")).isEqualTo("f00\nf01\nf02\n");
  }

  @Test
  @Order(7)
  void anAgentWhoseDiskFillsUpStopsThereAndTheNextApplyCarriesOn() {
    LabNode one = onASmallDisk();
    askFor(60);
    // Room for the beginning of the journal, and for some of the steps.
    one.run(
        "cat /dev/zero >/var/lib/plumbline/fill || true; truncate -s -24k /var/lib/plumbline/fill");

    var applied = cluster.plumb().expect(1, "apply");

    assertThat(applied.out() + applied.err()).contains(FULL);
    assertThat(one.run("ls /srv").lines().count()).isBetween(4L, 59L);
    assertThat(one.run("find /srv -type f ! -size 100c")).isEmpty();
    one.run("rm /var/lib/plumbline/fill");
    cluster.plumb().expect(0, "apply");
    assertThat(one.run("ls /srv").lines().count()).isEqualTo(60);
    cluster.plumb().expect(0, "drift");
  }

  @Test
  @Order(8)
  void aFileThatTheDiskDoesNotTakeLeavesNoHalfOfIt() {
    LabNode one = cluster.node("one");
    one.run("mkdir /mnt/small; mount -t tmpfs -o size=8k none /mnt/small; echo old >/mnt/small/f");
    cluster.node("two").run("mkdir /mnt/small");
    cluster.inventory(
        INVENTORY.replace(
            "packages: []\n",
            "packages: []\n      files: {/mnt/small/f: \"" + "x".repeat(9000) + "\"}\n"));

    var applied = cluster.plumb().expect(1, "apply");

    assertThat(applied.out() + applied.err()).contains("cannot write /mnt/small/f: " + FULL);
    assertThat(one.run("cat /mnt/small/f; ls -A /mnt/small")).isEqualTo("old\nf\n");
    one.run("mount -o remount,size=64k /mnt/small");
    cluster.plumb().expect(0, "apply");
  }
}
