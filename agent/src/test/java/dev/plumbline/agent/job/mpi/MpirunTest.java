package dev.plumbline.agent.job.mpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.agent.job.Works;
import dev.plumbline.agent.job.order.Kind;
import dev.plumbline.agent.job.order.Mpi;
import dev.plumbline.agent.job.order.Work;
import dev.plumbline.resources.Failure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MpirunTest {
  private static final Mpirun.Files FILES =
      new Mpirun.Files(
          Path.of("/run/shim"), Path.of("/j/hostfile"), Path.of("/j/work"), Path.of("/j/launcher"));

  private static List<String> command(Mpi mpi) throws Failure {
    return Mpirun.command(
        Works.of(Kind.MPI, mpi),
        Network.parse("192.168.56.7/24"),
        FILES,
        Set.of("KEY"),
        List.of("python3", "a b"));
  }

  @Test
  void theCommandOfMpirun() throws Failure {
    assertThat(String.join(" ", command(new Mpi(false, false, Map.of("btl", "^openib")))))
        .isEqualTo(
            "mpirun --noprefix --mca plm_rsh_agent /usr/bin/perl /run/shim --mca plm_rsh_no_tree_spawn 1"
                + " --leave-session-attached --mca btl_tcp_if_include 192.168.56.0/24"
                + " --mca oob_tcp_if_include 192.168.56.0/24 --mca oob_tcp_keepalive_time 5"
                + " --mca oob_tcp_keepalive_intvl 2 --mca oob_tcp_keepalive_probes 3"
                + " --mca mpi_java_eager 16777216 --mca btl ^openib --tag-output --map-by slot"
                + " --hostfile /j/hostfile --wdir /j/work -np 5 python3 a b");
  }

  @Test
  void overSshTheEnvironmentComesFromAScriptAndTheSecretsFromTheHead() throws Failure {
    assertThat(String.join(" ", command(new Mpi(true, true, Map.of()))))
        .contains("--mca orte_launch_agent /j/launcher -x KEY ")
        .contains("--map-by slot:OVERSUBSCRIBE")
        .doesNotContain("/run/shim");
    assertThat(SshLauncher.script(Map.of("A", "it's $x")))
        .isEqualTo("#!/bin/sh\nexport A='it'\\''s $x'\nexec orted \"$@\"\n");
  }

  @Test
  void ranksAreCountedNodeByNode() {
    Work work = Works.of(Kind.MPI, Mpi.NONE);
    assertThat(Mpirun.hostfile(work))
        .isEqualTo("192.168.56.10 slots=2\n192.168.56.11 slots=2\n192.168.56.12 slots=1\n");
    assertThat(Mpirun.nodes(work)).containsExactly("n1", "n1", "n2", "n2", "n3");
  }

  @Test
  void aNetworkKnowsItsAddresses() throws Failure {
    Network network = Network.parse("10.1.2.3/20");
    assertThat(network).hasToString("10.1.0.0/20");
    assertThat(network.contains(Network.address("10.1.15.255").orElseThrow())).isTrue();
    assertThat(network.contains(Network.address("10.1.16.0").orElseThrow())).isFalse();
    assertThat(network.contains(Network.address("fd00::1").orElseThrow())).isFalse();
    assertThat(Network.address("localhost")).isEmpty();
    assertThat(Network.around("127.0.0.1")).hasToString("Optional[127.0.0.0/8]");
    assertThat(Network.around("192.0.2.77")).isEmpty();
    for (String wrong : List.of("10.1.2.3", "10.1.2.3/33", "x/8", "10.1.2.3/", "")) {
      assertThatThrownBy(() -> Network.parse(wrong))
          .isInstanceOf(Failure.class)
          .hasMessage("'" + wrong + "' is no network");
    }
  }
}
