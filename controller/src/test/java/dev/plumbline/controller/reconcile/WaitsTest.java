package dev.plumbline.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.model.Revision;
import dev.plumbline.controller.model.StepResult;
import dev.plumbline.controller.model.Verb;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exports;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two nodes whose resources wait for each other: the one that failed is named as the cause. */
class WaitsTest {
  private static final ResourceId KEY = new ResourceId("ssh_key", "ann");

  private final Map<String, Phase> phases = new HashMap<>();
  private final Map<String, Decision> decisions = new HashMap<>();

  private void node(String name, Outcome outcome, String waitsFor) {
    phases.put(name, new Phase.Reported("h", List.of(new StepResult(KEY.toString(), outcome))));
    decisions.put(
        name,
        new Decision.Settled(Map.of(KEY, Set.of(new ExportKey(waitsFor, KEY, "public_key")))));
  }

  private Map<ResourceId, Outcome> of(String node) {
    Waits waits =
        new Waits(new Reports(phases), name -> Objects.requireNonNull(decisions.get(name)));
    return waits.of(node);
  }

  @Test
  void aFailureInACircleIsItsCause() {
    node("a", new Outcome.Failed("cannot read /home/ann: is a file", "look at it"), "b");
    node("b", new Outcome.Waiting("public_key of ssh_key[ann] on a"), "a");

    assertThat(of("a")).isEmpty();
    assertThat(of("b"))
        .containsExactly(
            Map.entry(
                KEY,
                new Outcome.Failed(
                    "waits for public_key of ssh_key[ann] on a: ssh_key[ann] on a failed:"
                        + " cannot read /home/ann: is a file",
                    "mend ssh_key[ann] on a, then run plumb apply again")));
  }

  @Test
  void aCircleInWhichNothingFailedIsTold() {
    node("a", new Outcome.Waiting("public_key of ssh_key[ann] on b"), "b");
    node("b", new Outcome.Waiting("public_key of ssh_key[ann] on a"), "a");

    assertThat(of("a").get(KEY))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed ->
                assertThat(failed.message())
                    .endsWith(
                        "these wait for each other:"
                            + " ssh_key[ann] on a → ssh_key[ann] on b → ssh_key[ann] on a"));
  }

  /** A world in which only what nodes reported matters. */
  private record Reports(Map<String, Phase> phases) implements World {
    @Override
    public NodeView node(String name) {
      return new NodeView(
          name,
          true,
          Optional.empty(),
          new SessionState.Live(Map.of(), "", ""),
          Objects.requireNonNull(phases.get(name)),
          Revision.NONE,
          1,
          false,
          false);
    }

    @Override
    public Verb verb() {
      return Verb.APPLY;
    }

    @Override
    public long generation() {
      return 1;
    }

    @Override
    public Exports exports() {
      return _ -> Optional.empty();
    }

    @Override
    public Optional<String> digest(ExportKey key) {
      return Optional.empty();
    }

    @Override
    public Set<ExportKey> takenOf(String node) {
      return Set.of();
    }

    @Override
    public long now() {
      return 0;
    }
  }
}
