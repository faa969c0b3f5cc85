package dev.plumbline.agent.engine;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Spec;
import java.util.List;
import java.util.Optional;

/** Observes and sets one value of a {@link World}. */
public class Scripted<S extends Record & Scripted.Wanted> implements Resource<S, Scripted.Found> {
  final World world;
  final String kind;

  Scripted(World world, String kind) {
    this.world = world;
    this.kind = kind;
  }

  /** A spec of one value; empty means that there must be none. */
  public interface Wanted extends Spec {
    String name();

    Optional<String> value();
  }

  /** The value that is there. */
  public record Found(Optional<String> value) {}

  ResourceId id(S spec) {
    return new ResourceId(kind, spec.name());
  }

  @Override
  public Found observe(S spec) throws Failure {
    world.does("observe " + id(spec));
    return new Found(world.value(id(spec)));
  }

  @Override
  public List<Change> diff(S spec, Found observed) {
    return observed.value().equals(spec.value())
        ? List.of()
        : List.of(Change.of("value", observed.value().orElse(null), spec.value().orElse(null)));
  }

  @Override
  public void apply(S spec, Found observed, List<Change> changes, Progress progress)
      throws Failure {
    progress.now("setting " + id(spec));
    set(spec, "apply " + id(spec), changes);
  }

  void set(S spec, String action, List<Change> changes) throws Failure {
    world.does(action);
    for (Change change : changes) {
      if (change.attribute().equals("value")) {
        spec.value()
            .ifPresentOrElse(
                value -> world.values.put(id(spec), value), () -> world.values.remove(id(spec)));
      } else {
        world.does(change.attribute() + " " + id(spec));
      }
    }
  }
}
