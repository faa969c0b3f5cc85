package dev.plumbline.resources.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Spec;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OrderTest {
  private record Needs(Set<ResourceId> needs) implements Spec {
    @Override
    public Set<ResourceId> requires(Set<ResourceId> catalog) {
      return needs;
    }
  }

  private static Set<ResourceId> ids(String... printed) {
    return Arrays.stream(printed).map(ResourceId::parse).collect(Collectors.toSet());
  }

  private static Catalog.Entry entry(String id, Set<ResourceId> needs, String... after) {
    return new Catalog.Entry(ResourceId.parse(id), new Needs(needs), ids(after));
  }

  private static Order order(Catalog.Entry... entries) {
    return Order.of(new Catalog("n", List.of(entries)));
  }

  private static List<String> sorted(Order order) {
    return ((Order.Sorted) order).entries().stream().map(entry -> entry.id().toString()).toList();
  }

  @Test
  void whatATypeNeedsAndWhatTheUserPutBeforeComesFirst() {
    assertThat(
            sorted(
                order(
                    entry("x[a]", ids("x[c]")),
                    entry("x[b]", ids(), "x[a]"),
                    entry("x[c]", ids()))))
        .containsExactly("x[c]", "x[a]", "x[b]");
  }

  @Test
  void theOrderOfKindsOnlyBreaksTies() {
    assertThat(sorted(order(entry("x[a]", ids()), entry("hostname", ids()))))
        .containsExactly("hostname", "x[a]");
    assertThat(sorted(order(entry("x[a]", ids()), entry("hostname", ids("x[a]")))))
        .containsExactly("x[a]", "hostname");
  }

  @Test
  void namesThatAreNotInTheCatalogAreIgnored() {
    assertThat(sorted(order(entry("x[a]", ids("x[gone]"))))).containsExactly("x[a]");
  }

  @Test
  void aCycleIsToldAsAPath() {
    Order order =
        order(entry("x[a]", ids("x[b]")), entry("x[b]", ids("x[c]")), entry("x[c]", ids("x[b]")));

    assertThat(((Order.Cycle) order).path().stream().map(ResourceId::toString))
        .containsExactly("x[b]", "x[c]", "x[b]");
  }
}
