package dev.plumbline.agent.engine;

import dev.plumbline.resources.Batchable.SideEffect;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A machine of values by resource, that does what a test tells it. */
final class World {
  final Map<ResourceId, String> values = new HashMap<>();

  /** What was done, in order: "observe thing[a]", "apply thing[a]". */
  final List<String> log = new ArrayList<>();

  final Map<String, SideEffect> effects = new HashMap<>();
  private final Map<String, Throwing> scripts = new HashMap<>();

  interface Throwing {
    void run() throws Failure;
  }

  World has(String id, String value) {
    values.put(ResourceId.parse(id), value);
    return this;
  }

  /** Runs code when the world is asked to do this, before it does. */
  World on(String action, Throwing script) {
    scripts.put(action, script);
    return this;
  }

  World failsOn(String action) {
    return on(
        action,
        () -> {
          throw new Failure("cannot " + action, "mend it");
        });
  }

  void does(String action) throws Failure {
    log.add(action);
    @Nullable Throwing script = scripts.get(action);
    if (script != null) {
      script.run();
    }
  }

  Optional<String> value(ResourceId id) {
    return Optional.ofNullable(values.get(id));
  }

  List<String> done() {
    return log.stream().filter(action -> !action.startsWith("observe")).toList();
  }
}
