package dev.plumbline.agent.engine;

import dev.plumbline.resources.Ports;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.Spec;
import java.util.HashMap;
import java.util.Map;

/** The code of each kind on this machine, made when first asked for. */
final class Kinds {
  private final Registry registry;
  private final Ports ports;
  private final Map<String, Resource<?, ?>> made = new HashMap<>();

  Kinds(Registry registry, Ports ports) {
    this.registry = registry;
    this.ports = ports;
  }

  Registry registry() {
    return registry;
  }

  Subject<?, ?> subject(ResourceId id, Spec spec) {
    return subject(registry.bySingular(id.kind()).orElseThrow(), id, spec);
  }

  @SuppressWarnings("unchecked") // The code that a type's factory made fits the type's own specs.
  private <S extends Record & Spec> Subject<S, Object> subject(
      ResourceType<S> type, ResourceId id, Spec spec) {
    return new Subject<>(
        id,
        type.codec().type().cast(spec),
        () ->
            (Resource<S, Object>)
                made.computeIfAbsent(type.singular(), kind -> type.factory().apply(ports)));
  }
}
