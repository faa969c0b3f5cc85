package dev.plumbline.agent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.catalog.Catalog;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PredecessorsTest {
  private static final ResourceId BASE = new ResourceId("base", "");
  private static final ResourceId PACK = new ResourceId("pack", "");
  private static final ResourceId DAEMON = new ResourceId("daemon", "");
  private static final ResourceId CLIENT = new ResourceId("client", "");

  /** Requires the first, follows the second. */
  private record Standing(Set<ResourceId> required, Set<ResourceId> followed) implements Spec {
    @Override
    public Set<ResourceId> requires(Set<ResourceId> catalog) {
      return required;
    }

    @Override
    public Set<ResourceId> follows(Set<ResourceId> catalog) {
      return followed;
    }
  }

  private static Catalog.Entry entry(
      ResourceId id, Set<ResourceId> required, Set<ResourceId> followed) {
    return new Catalog.Entry(id, new Standing(required, followed), Set.of());
  }

  @Test
  void whatIsOnlyFollowedComesBeforeAndIsNotRequired() {
    List<Catalog.Entry> sorted =
        List.of(
            entry(BASE, Set.of(), Set.of()),
            entry(PACK, Set.of(BASE), Set.of()),
            entry(DAEMON, Set.of(), Set.of(PACK)),
            entry(CLIENT, Set.of(DAEMON), Set.of()));
    Predecessors predecessors = new Predecessors(new Catalog("master", sorted), sorted);

    assertThat(predecessors.of(CLIENT)).containsExactlyInAnyOrder(BASE, PACK, DAEMON);
    assertThat(predecessors.required(CLIENT)).containsExactly(DAEMON);
    assertThat(predecessors.required(DAEMON)).isEmpty();
    assertThat(predecessors.first(DAEMON, Set.of(PACK))).isEmpty();
    assertThat(predecessors.first(PACK, Set.of(BASE))).contains(BASE);
  }
}
