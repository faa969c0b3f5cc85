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
public final class World {
  public final Map<ResourceId, String> values = new HashMap<>();

  /** What was done, in order: "observe thing[a]", "apply thing[a]". */
  public final List<String> log = new ArrayList<>();

  public final Map<String, SideEffect> effects = new HashMap<>();
  private final Map<String, Throwing> scripts = new HashMap<>();

  public interface Throwing {
    void run() throws Failure;
  }

  public World has(String id, String value) {
    values.put(ResourceId.parse(id), value);
    return this;
  }

  /** Runs code when the world is asked to do this, before it does. */
  public World on(String action, Throwing script) {
    scripts.put(action, script);
    return this;
  }

  public World failsOn(String action) {
    return on(
        action,
        () -> {
          throw new Failure("cannot " + action, "mend it");
        });
  }

  public void does(String action) throws Failure {
    log.add(action);
    @Nullable Throwing script = scripts.get(action);
    if (script != null) {
      script.run();
    }
  }

  public Optional<String> value(ResourceId id) {
    return Optional.ofNullable(values.get(id));
  }

  public List<String> done() {
    return log.stream().filter(action -> !action.startsWith("observe")).toList();
  }
}
