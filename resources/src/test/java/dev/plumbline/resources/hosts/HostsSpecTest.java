package dev.plumbline.resources.hosts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.contract.TestCluster;
import dev.plumbline.resources.hostname.HostnameSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostsSpecTest {
  private final Checks checks = new Checks();

  @Test
  void listsEveryNodeAndTheFurtherEntries() {
    HostsSpec spec =
        Specs.of(
            HostsResource.TYPE,
            "",
            "{nodes: workers, entries: {192.168.56.11: head, 192.168.56.1: storage}}");

    HostsSpec expanded = spec.expand(TestCluster.of("master"), checks);

    assertThat(checks.violations()).isEmpty();
    assertThat(expanded.nodes()).isEmpty();
    assertThat(expanded.entries())
        .isEqualTo(
            Map.of(
                "192.168.56.11", List.of("worker1", "head"),
                "192.168.56.12", List.of("worker2"),
                "192.168.56.1", List.of("storage")));
    assertThat(expanded.expand(TestCluster.of("master"), checks)).isEqualTo(expanded);
  }

  @Test
  void knowsNodesByTheirHostNamesToo() {
    TestCluster cluster =
        new TestCluster(
            "master",
            Map.of(
                "master",
                Map.of(HostnameSpec.class, Map.of("", new HostnameSpec("head.example.com")))));

    HostsSpec expanded =
        Specs.of(HostsResource.TYPE, "", "{nodes: master}").expand(cluster, checks);

    assertThat(expanded.entries())
        .isEqualTo(Map.of("192.168.56.10", List.of("head.example.com", "head", "master")));
  }
}
