package dev.plumbline.agent.job.mpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrtedArgumentsTest {
  /** As mpirun 4.1.4 of Debian 12 gives them to its rsh agent. */
  private static final String TOLD =
      """
      -mca orte_leave_session_attached "1" -mca ess "env" -mca ess_base_jobid "2332229632"
      -mca ess_base_vpid 1 -mca ess_base_num_procs "3"
      -mca orte_node_regex "one,[3:192].168.56.11,[3:192].168.56.12@0(3)"
      -mca orte_hnp_uri "2332229632.0;tcp://192.168.56.10:51153"
      --mca plm_rsh_agent "/run/shim" --mca plm_rsh_no_tree_spawn "1"
      --mca btl_tcp_if_include "192.168.56.0/24" --mca oob_tcp_if_include "192.168.56.0/24"
      --mca oob_tcp_keepalive_time "5" --mca oob_tcp_keepalive_intvl "2"
      --mca oob_tcp_keepalive_probes "3" --mca mpi_java_eager "16777216" -mca plm "rsh"
      -mca orte_tag_output "1" -mca rmaps_base_mapping_policy "slot"
      -mca pmix "^s1,s2,cray,isolated\"\
      """;

  private List<String> told = List.of();
  private OrtedArguments allowed =
      new OrtedArguments(
          "", new Network(java.net.InetAddress.getLoopbackAddress(), 8), "", Map.of());

  @BeforeEach
  void told() throws Failure {
    told = OrtedArguments.unquoted(List.of(TOLD.split("\\s+")));
    allowed =
        new OrtedArguments(
            "192.168.56.10",
            Network.parse("192.168.56.0/24"),
            "/run/shim",
            Map.of("coll_x", "a b;c"));
  }

  @Test
  void whatMpirunSaysPassesWithoutItsQuotes() throws Failure {
    assertThat(allowed.checked(told))
        .hasSize(told.size())
        .contains("^s1,s2,cray,isolated", "2332229632.0;tcp://192.168.56.10:51153")
        .noneMatch(word -> word.contains("\""));
  }

  @Test
  void theJobsOwnParametersPassWithTheirOwnValueOnly() throws Failure {
    assertThat(allowed.checked(with("-mca", "coll_x", "a b;c"))).contains("a b;c");
    assertRefused(with("-mca", "coll_x", "else"), "coll_x else");
  }

  @ParameterizedTest
  @CsvSource({
    "plm_rsh_agent, /bin/sh",
    "plm_rsh_agent, /run/shim -x",
    "orte_launch_agent, /tmp/x",
    "mca_base_component_path, /tmp",
    "orte_tmpdir_base, /etc",
    "ess, singleton",
    "ess_base_vpid, $(id)",
    "orte_node_regex, a b",
    "oob_tcp_if_include, 0.0.0.0/0",
    "pmix, ../x",
    "orte_hnp_uri, 1.0;tcp://203.0.113.5:80",
    "'orte_hnp_uri', '1.0;tcp://192.168.56.10,203.0.113.5:80'",
    "orte_hnp_uri, file:/etc/shadow",
    "rmaps_base_mapping_policy, node",
  })
  void anythingElseIsRefused(String name, String value) {
    assertRefused(with("-mca", name, value), name + " " + value);
  }

  @Test
  void onlyParametersAreArguments() {
    assertRefused(with("--daemonize", "x", "y"), "an option that is not -mca: --daemonize");
    assertRefused(with("--daemonize"), "triples");
    assertRefused(List.of(), "lack a parameter: ess");
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 99; i++) {
      many.addAll(List.of("-mca", "ess", "env"));
    }
    assertRefused(many, "297 words");
  }

  private List<String> with(String... more) {
    List<String> words = new ArrayList<>(told);
    words.addAll(List.of(more));
    return words;
  }

  private void assertRefused(List<String> words, String why) {
    assertThatThrownBy(() -> allowed.checked(words))
        .isInstanceOf(Failure.class)
        .hasMessageContaining(why);
  }
}
