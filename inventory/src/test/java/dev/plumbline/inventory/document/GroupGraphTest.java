package dev.plumbline.inventory.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupGraphTest {
  @Test
  void ordersOuterGroupsFirstAndElseByTheText() {
    GroupGraph graph = new GroupGraph(new LinkedHashSet<>(List.of("a", "b", "c", "d")));
    graph.add("c", "a");
    graph.add("d", "c");

    assertThat(graph.outerFirst()).containsExactly("d", "c", "a", "b");
    assertThat(graph.holders("a")).containsExactly("c", "d");
    assertThat(graph.heldWithItself("d")).containsExactly("a", "c", "d");
  }

  @Test
  void refusesTheEdgeThatClosesACycle() {
    GroupGraph graph = new GroupGraph(new LinkedHashSet<>(List.of("a", "b", "c")));
    graph.add("a", "b");
    graph.add("b", "c");

    assertThat(graph.add("c", "a")).containsExactly("c", "a", "b", "c");
    assertThat(graph.add("b", "b")).containsExactly("b", "b");
    assertThat(graph.holders("a")).isEmpty();
  }

  @Test
  void staysInOrderWhateverIsAdded() {
    Random random = new Random(51);
    List<String> names = List.of("a", "b", "c", "d", "e", "f");
    for (int i = 0; i < 300; i++) {
      GroupGraph graph = new GroupGraph(new LinkedHashSet<>(names));
      for (int edges = random.nextInt(10); edges > 0; edges--) {
        graph.add(names.get(random.nextInt(6)), names.get(random.nextInt(6)));
      }
      List<String> order = graph.outerFirst();
      assertThat(order).containsExactlyInAnyOrderElementsOf(names);
      for (String name : names) {
        assertThat(Set.copyOf(order.subList(0, order.indexOf(name))))
            .containsAll(graph.holders(name));
      }
    }
  }
}
