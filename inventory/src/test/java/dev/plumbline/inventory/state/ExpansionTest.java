package dev.plumbline.inventory.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.Expandable;
import dev.plumbline.resources.Spec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpansionTest {
  private static final Members MEMBERS =
      Members.of(
          List.of(new Cluster.Node("n1", "10.0.0.1", 1), new Cluster.Node("n2", "10.0.0.2", 1)),
          Map.of());

  private final Expansion expansion = new Expansion(new Snapshot(MEMBERS, Map.of()));

  /** Expands to the names of all nodes. */
  record Everybody(String names) implements Expandable<Everybody> {
    @Override
    public Everybody expand(Cluster cluster, Checks checks) {
      checks.that(!names.equals("wrong"), "test-rule", "names", "wrong");
      return new Everybody(cluster.nodes().toString());
    }
  }

  /** Expands to the name of its node. */
  record Myself(String name) implements Expandable<Myself> {
    @Override
    public Myself expand(Cluster cluster, Checks checks) {
      return new Myself(cluster.self());
    }
  }

  @Test
  void sharesWhatDoesNotDependOnTheNode() {
    Optional<Spec> first = expansion.of(new Everybody("all"), "n1").spec();

    assertThat(expansion.of(new Everybody("all"), "n2").spec().orElseThrow())
        .isSameAs(first.orElseThrow());
    assertThat(first.toString()).contains("n1").contains("n2");
  }

  @Test
  void expandsForEachNodeWhatDoes() {
    assertThat(expansion.of(new Myself(""), "n1").spec()).contains(new Myself("n1"));
    assertThat(expansion.of(new Myself(""), "n2").spec()).contains(new Myself("n2"));
  }

  @Test
  void tellsEachNodeWhatIsWrong() {
    for (String node : List.of("n1", "n2")) {
      Expansion.Expanded expanded = expansion.of(new Everybody("wrong"), node);
      assertThat(expanded.spec()).isEmpty();
      assertThat(expanded.violations()).extracting(Checks.Violation::id).containsOnly("test-rule");
    }
  }
}
