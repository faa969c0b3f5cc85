package dev.plumbline.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.kinds.RelaySpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What holds for every cluster and every order of events. A failure names its seed. */
class ReconcilerPropertyTest {
  private static final int SCENARIOS = 100;
  private static final int ORDERS = 4;

  @Test
  void comesToTheSameEndInEveryOrder() {
    for (long seed = 0; seed < SCENARIOS; seed++) {
      Scenario scenario = Scenario.random(seed);
      Map<String, String> first = new Simulation(scenario, 0).run();
      for (long order = 1; order < ORDERS; order++) {
        assertThat(new Simulation(scenario, order).run())
            .as("scenario %d, order %d", seed, order)
            .isEqualTo(first);
      }
    }
  }

  @Test
  void neverSendsAValueThatWasNotPublished() {
    for (long seed = 0; seed < SCENARIOS; seed++) {
      Simulation simulation = new Simulation(Scenario.random(seed), seed);
      simulation.run();
      assertThat(simulation.violations()).as("scenario %d", seed).isEmpty();
    }
  }

  @Test
  void aNodeThatWaitsOrFailsBlocksNobodyElse() {
    int sound = 0;
    for (long seed = 0; seed < SCENARIOS; seed++) {
      Scenario scenario = Scenario.random(seed);
      Map<String, String> result = new Simulation(scenario, seed).run();
      for (String node : scenario.relays().keySet()) {
        if (scenario.isSound(node)) {
          sound++;
          assertThat(result.get(node)).as("%s of scenario %d", node, seed).endsWith(" {}");
        }
      }
    }
    assertThat(sound).as("sound nodes that were looked at").isGreaterThan(SCENARIOS);
  }

  @Test
  void givesUpOnValuesThatChangeEachOtherForEver() {
    Scenario circle =
        new Scenario(
            Map.of(
                "a", List.of(RelaySpec.of("r", Set.of("b/r"))),
                "b", List.of(RelaySpec.of("r", Set.of("a/r")))),
            Set.of(),
            Set.of(),
            Set.of("a/r"));
    for (long order = 0; order < ORDERS; order++) {
      assertThat(new Simulation(circle, order).run().values())
          .anyMatch(end -> end.endsWith("change with every apply"));
    }
  }

  @Test
  void neverGivesUpOnOthers() {
    for (long seed = 0; seed < SCENARIOS; seed++) {
      assertThat(new Simulation(Scenario.random(seed), seed).run().values())
          .as("scenario %d", seed)
          .noneMatch(end -> end.endsWith("change with every apply"));
    }
  }

  @Test
  void aNodeThatTakesFromManyIsNotSentACatalogForEachOfThem() {
    Map<String, List<RelaySpec>> relays = new LinkedHashMap<>();
    Set<String> sources = new TreeSet<>();
    for (int i = 0; i < 20; i++) {
      relays.put("n" + i, List.of(RelaySpec.of("r", Set.of())));
      sources.add("n" + i + "/r");
    }
    relays.put("taker", List.of(RelaySpec.of("r", sources)));
    Scenario star = new Scenario(relays, Set.of(), Set.of(), Set.of());
    for (long order = 0; order < 20; order++) {
      Simulation simulation = new Simulation(star, order);
      simulation.run();
      assertThat(simulation.sent("taker")).as("order %d", order).isLessThanOrEqualTo(2);
    }
  }
}
