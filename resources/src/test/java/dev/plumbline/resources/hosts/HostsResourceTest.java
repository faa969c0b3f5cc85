package dev.plumbline.resources.hosts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.contract.Convergence;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.contract.TestCluster;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.InMemoryFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class HostsResourceTest {
  private static final HostsSpec ALL =
      Specs.of(HostsResource.TYPE, "", "{nodes: all}")
          .expand(TestCluster.of("worker1"), new Checks());
  private static final String DEBIAN =
      """
      127.0.0.1\tlocalhost
      127.0.1.1\tworker1.example.com\tworker1

      # The following lines are desirable for IPv6 capable hosts
      ::1     localhost ip6-localhost ip6-loopback
      """;

  private final InMemoryFiles files = InMemoryFiles.freshlyInstalled();
  private final Convergence<HostsSpec, HostsObservation> hosts =
      new Convergence<>(new HostsResource(files));

  private String file() {
    return files.text("/etc/hosts");
  }

  @Test
  void putsBlockAtTheEndInTheOrderOfAddresses() throws Failure {
    HostsSpec spec =
        Specs.of(
            HostsResource.TYPE,
            "",
            "{entries: {192.168.56.10: [b, c], 192.168.56.9: a, \"fd00::1\": a}}");
    String before = file();

    assertThat(hosts.apply(spec)).isEmpty();

    assertThat(file())
        .isEqualTo(
            before
                + """
                # BEGIN plumbline hosts
                192.168.56.9 a
                192.168.56.10 b c
                fd00::1 a
                # END plumbline hosts
                """);
  }

  @Test
  void takesItsOwnNameFromTheLoopbackInterface() throws Failure {
    files.file("/etc/hosts", DEBIAN);

    assertThat(hosts.plan(ALL))
        .contains(Change.of("127.0.1.1", "worker1.example.com worker1", "worker1.example.com"));
    assertThat(hosts.apply(ALL)).isEmpty();

    assertThat(file())
        .startsWith("127.0.0.1\tlocalhost\n127.0.1.1 worker1.example.com\n\n# The following")
        .contains("# instead of 127.0.1.1 worker1\n192.168.56.10 master\n192.168.56.11 worker1\n");
  }

  @Test
  void findsLoopbackLineThatComesBack() throws Failure {
    hosts.apply(ALL);
    String converged = file();
    files.file("/etc/hosts", "127.0.1.1 WORKER1 # own\n" + converged);

    assertThat(hosts.plan(ALL)).contains(Change.of("127.0.1.1", "WORKER1 ubuntu", "ubuntu"));
    assertThat(hosts.apply(ALL)).isEmpty();
    assertThat(file()).doesNotContain("# own").contains("127.0.1.1\tubuntu\n");
  }

  @Test
  void givesTheNameBackWhenItGoes() throws Failure {
    files.file("/etc/hosts", DEBIAN);
    hosts.apply(ALL);

    HostsSpec withdrawn = ALL.withdrawn().orElseThrow();

    assertThat(hosts.plan(withdrawn))
        .contains(Change.of("127.0.1.1", "worker1.example.com", "worker1.example.com worker1"));
    assertThat(hosts.apply(withdrawn)).isEmpty();
    assertThat(file())
        .isEqualTo(
            DEBIAN.replace("\tworker1.example.com\tworker1", " worker1.example.com")
                + "127.0.1.1 worker1\n");
    assertThat(hosts.plan(withdrawn)).isEmpty();
  }

  @Test
  void givesTheNameBackWhenTheBlockNoLongerHasIt() throws Failure {
    files.file("/etc/hosts", DEBIAN);
    hosts.apply(ALL);

    assertThat(hosts.apply(Specs.of(HostsResource.TYPE, "", "{entries: {10.0.0.1: x}}"))).isEmpty();

    assertThat(file()).contains("127.0.1.1 worker1\n").doesNotContain("instead of");
  }

  @Test
  void leavesNoTraceWhereNothingWasTaken() throws Failure {
    String before = file();

    hosts.apply(ALL);
    hosts.apply(ALL.withdrawn().orElseThrow());

    assertThat(file()).isEqualTo(before);
  }

  @Test
  void leavesLoopbackNamesThatAreMeantToBeThere() throws Failure {
    hosts.apply(Specs.of(HostsResource.TYPE, "", "{entries: {127.0.0.5: ubuntu}}"));

    assertThat(file()).contains("127.0.1.1\tubuntu\n").doesNotContain("instead of");
  }

  @Test
  void keepsModeOwnerAndLineEnds() throws Failure {
    files.file(
        "/etc/hosts",
        "127.0.0.1 localhost\r\n127.0.1.1 worker1 x".getBytes(StandardCharsets.UTF_8),
        0664,
        "ubuntu",
        "ubuntu");

    assertThat(hosts.apply(ALL)).isEmpty();

    assertThat(file().replace("\r\n", "")).doesNotContain("\n");
    assertThat(file()).contains("127.0.1.1 x\r\n");
    FileStatus status = files.status(Path.of("/etc/hosts")).orElseThrow();
    assertThat(status.mode()).isEqualTo(0664);
    assertThat(status.owner()).isEqualTo("ubuntu");
  }

  @Test
  void makesFileThatIsMissing() throws Failure {
    files.remove(Path.of("/etc/hosts"));

    assertThat(hosts.apply(ALL)).isEmpty();

    assertThat(file()).startsWith("# BEGIN plumbline hosts\n");
  }

  @Test
  void refusesLink() {
    files.symlink("/etc/hosts");

    assertThatThrownBy(() -> hosts.plan(ALL))
        .isInstanceOf(Failure.class)
        .hasMessage("/etc/hosts is not a file but a symbolic link");
  }
}
