package dev.plumbline.resources.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.contract.TestCluster;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SwarmLinksTest {
  private final Map<String, String> published = new HashMap<>();

  /** The spec of a node, linked, where each node has the given role. */
  private SwarmSpec spec(String node, String... roles) {
    List<String> nodes = List.of("master", "worker1", "worker2");
    Map<String, Map<Class<?>, Map<String, Spec>>> states = new LinkedHashMap<>();
    for (int i = 0; i < roles.length; i++) {
      states.put(
          nodes.get(i),
          Map.of(SwarmSpec.class, Map.of("", Specs.of(SwarmResource.TYPE, "", roles[i]))));
    }
    TestCluster cluster = new TestCluster(node, states);
    return Specs.of(SwarmResource.TYPE, "", roles[nodes.indexOf(node)])
        .expand(cluster, new Checks())
        .link(key ->
            Optional.ofNullable(published.get(key.node() + " " + key.attribute()))
                .map(value ->
                    key.attribute().endsWith("token")
                        ? Export.secret(key.attribute(), value)
                        : Export.plain(key.attribute(), value)));
  }

  private static ExportKey key(String node, String attribute) {
    return new ExportKey(node, ResourceId.only("swarm"), attribute);
  }

  @Test
  void aLoneManagerWaitsForNobody() {
    SwarmSpec master = spec("master", "manager", "worker", "worker");

    assertThat(master.needs()).isEmpty();
    assertThat(master.takes())
        .containsExactlyInAnyOrder(key("worker1", "node_id"), key("worker2", "node_id"));
    assertThat(Membership.makesIt(master)).isTrue();
  }

  @Test
  void aWorkerWaitsForTheTokenOfTheManager() {
    String[] roles = {"manager", "worker", "worker"};
    assertThat(spec("worker1", roles).needs())
        .containsExactlyInAnyOrder(key("master", "cluster_id"), key("master", "worker_token"));

    published.put("master cluster_id", "none");
    assertThat(spec("worker1", roles).needs()).containsExactly(key("master", "worker_token"));

    published.put("master cluster_id", "c1");
    published.put("master address", "192.168.56.10:2377");
    published.put("master worker_token", "secret-token");
    SwarmSpec linked = spec("worker1", roles);
    assertThat(linked.needs()).isEmpty();
    assertThat(Membership.invitation(linked))
        .hasValueSatisfying(
            invitation -> assertThat(invitation.managers()).containsExactly("192.168.56.10:2377"));
    assertThat(linked.toString()).doesNotContain("secret-token");
    assertThat(SwarmResource.TYPE.codec().encode(linked).json()).doesNotContain("secret-token");
  }

  @Test
  void theFirstManagerMakesASwarmOnlyWhenNoOtherHasOne() {
    String[] roles = {"manager", "manager", "manager"};
    assertThat(spec("master", roles).needs())
        .containsExactlyInAnyOrder(key("worker1", "cluster_id"), key("worker2", "cluster_id"));
    assertThat(Membership.makesIt(spec("master", roles))).isFalse();

    published.put("worker1 cluster_id", "none");
    published.put("worker2 cluster_id", "none");
    assertThat(Membership.makesIt(spec("master", roles))).isTrue();

    published.put("worker2 cluster_id", "c1");
    SwarmSpec master = spec("master", roles);
    assertThat(Membership.makesIt(master)).isFalse();
    assertThat(master.needs())
        .containsExactlyInAnyOrder(key("worker2", "address"), key("worker2", "manager_token"));
    assertThat(Membership.ours(master.known(), Optional.empty())).contains("c1");
  }

  @Test
  void aFurtherManagerWaitsUntilTheFirstHasPromotedIt() {
    String[] roles = {"manager", "manager", "worker"};
    published.put("master cluster_id", "c1");
    published.put("master address", "192.168.56.10:2377");
    published.put("master manager_token", "t");
    assertThat(spec("worker1", roles).needs()).containsExactly(key("master", "manager_worker1"));

    published.put("master manager_worker1", "none");
    assertThat(spec("worker1", roles).needs()).containsExactly(key("master", "manager_worker1"));
    published.put("master manager_worker1", "n1");
    assertThat(spec("worker1", roles).needs()).isEmpty();
  }

  @Test
  void aNodeThatIsToLeaveWaitsForNobody() {
    assertThat(spec("worker1", "manager", "none").needs()).isEmpty();
    assertThat(spec("worker1", "manager", "none").takes())
        .containsExactly(key("master", "cluster_id"));
  }
}
