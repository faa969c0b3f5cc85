package dev.plumbline.inventory.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.Trees;
import dev.plumbline.inventory.merge.Layer.Level;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergeLawsTest {
  private static final int TREES = 300;
  private static final Origin ORIGIN = Origin.of("test");
  private static final Value.Mapping EMPTY = new Value.Mapping(Map.of(), ORIGIN);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anEmptyLayerChangesNothing(long seed) {
    Trees trees = new Trees(seed);
    for (int i = 0; i < TREES; i++) {
      Value tree = trees.wellShaped(3);
      assertSame(merged(tree), tree);
      assertSame(merged(EMPTY, tree), tree);
      assertSame(merged(tree, EMPTY), tree);
      assertSame(merged(tree, tree), tree);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void layersMayBeMergedOneByOne(long seed) {
    Trees trees = new Trees(seed);
    for (int i = 0; i < TREES; i++) {
      Value a = trees.wild(3);
      Value b = trees.wild(3);
      Value c = trees.wild(3);
      assertSame(merged(merged(a, b), c), merged(a, b, c));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9})
  void whereKeysKeepTheirSortItDoesNotMatterWhichAreMergedFirst(long seed) {
    Trees trees = new Trees(seed);
    for (int i = 0; i < TREES; i++) {
      Value a = trees.wellShaped(3);
      Value b = trees.wellShaped(3);
      Value c = trees.wellShaped(3);
      assertSame(merged(a, merged(b, c)), merged(merged(a, b), c));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {10, 11})
  void nullRemovesExactlyItsKey(long seed) {
    Trees trees = new Trees(seed);
    for (int i = 0; i < TREES; i++) {
      Value.Mapping tree = trees.wellShaped(3);
      for (String key : tree.entries().keySet()) {
        Map<String, Value.Entry> rest = new LinkedHashMap<>(tree.entries());
        rest.remove(key);
        Value removing =
            new Value.Mapping(
                Map.of(key, new Value.Entry(ORIGIN, new Value.Scalar("null", true, ORIGIN))),
                ORIGIN);
        assertSame(merged(tree, removing), new Value.Mapping(rest, ORIGIN));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {12, 13})
  void theTraceTellsEveryValueOnceAndRight(long seed) {
    Trees trees = new Trees(seed);
    for (int i = 0; i < TREES; i++) {
      List<Setting> layers = layers(trees.wild(3), trees.wild(3), trees.wild(3));
      Map<List<String>, Value> told = new LinkedHashMap<>();
      Value tree =
          new Merge(new Problems())
              .of(
                  "node",
                  "state",
                  layers,
                  (path, winner, _) -> assertThat(told.put(path, winner.value())).isNull())
              .orElse(EMPTY);
      Map<List<String>, Value> leaves = new LinkedHashMap<>();
      leaves(tree, new ArrayList<>(), leaves);
      assertThat(told.keySet()).containsExactlyInAnyOrderElementsOf(leaves.keySet());
      leaves.forEach(
          (path, leaf) -> assertSame(Optional.ofNullable(told.get(path)).orElseThrow(), leaf));
    }
  }

  /** Contradictions are found whichever of the two groups comes first in the file. */
  @ParameterizedTest
  @ValueSource(longs = {14, 15})
  void conflictsDoNotDependOnTheOrderOfGroups(long seed) {
    Trees trees = new Trees(seed);
    int conflicts = 0;
    for (int i = 0; i < TREES; i++) {
      Setting one = new Setting(group("one"), trees.wild(2));
      Setting two = new Setting(group("two"), trees.wild(2));
      int found = conflicts(List.of(one, two));
      assertThat(conflicts(List.of(two, one))).isEqualTo(found);
      conflicts += found;
    }
    assertThat(conflicts).isPositive();
  }

  private static int conflicts(List<Setting> settings) {
    Problems problems = new Problems();
    new Merge(problems).of("node", "state", settings, Trace.NONE);
    return problems.isEmpty() ? 0 : 1;
  }

  private static Layer group(String name) {
    return new Layer(Level.GROUP, name, false, Set.of());
  }

  private static void leaves(Value value, List<String> path, Map<List<String>, Value> leaves) {
    if (value instanceof Value.Mapping mapping && !mapping.entries().isEmpty()) {
      mapping
          .entries()
          .forEach((key, entry) -> {
            path.add(key);
            leaves(entry.value(), path, leaves);
            path.removeLast();
          });
    } else {
      leaves.put(List.copyOf(path), value);
    }
  }

  private static Value merged(Value... trees) {
    return new Merge(new Problems()).of("node", "state", layers(trees), Trace.NONE).orElseThrow();
  }

  /** Each layer refines all before it. */
  private static List<Setting> layers(Value... trees) {
    List<Setting> settings = new ArrayList<>();
    List<String> before = new ArrayList<>();
    for (Value tree : trees) {
      String name = "layer" + settings.size();
      settings.add(new Setting(new Layer(Level.GROUP, name, false, Set.copyOf(before)), tree));
      before.add(name);
    }
    return settings;
  }

  private static void assertSame(Value actual, Value expected) {
    assertThat(Meaning.same(actual, expected)).as("%s is %s", actual, expected).isTrue();
  }
}
