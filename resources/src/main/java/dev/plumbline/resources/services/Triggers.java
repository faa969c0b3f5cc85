package dev.plumbline.resources.services;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.ResourceTypes;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.codec.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The resources after whose change a service has something to do. */
final class Triggers {
  private Triggers() {}

  /** "because of file[/etc/ssh/sshd_config]"; empty if none of them has changed. */
  static String because(List<ResourceId> triggers, Set<ResourceId> changed) {
    String names =
        triggers.stream()
            .filter(changed::contains)
            .sorted()
            .distinct()
            .map(ResourceId::toString)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? "" : "because of " + names;
  }

  /** Checks that the node has that resource, and that it is another. */
  static void check(
      ResourceId trigger, ServiceSpec spec, Cluster cluster, Checks checks, String component) {
    boolean self =
        trigger.kind().equals(ServiceResource.TYPE.singular())
            && UnitName.full(trigger.name()).equals(spec.unit());
    checks.that(
        !self, "service-trigger-self", component, trigger + " cannot wait for its own change");
    Optional<ResourceType<?>> type = ResourceTypes.bySingular(trigger.kind());
    Set<String> names = type.map(known -> names(known, cluster)).orElse(Set.of());
    checks.that(
        self || names.contains(trigger.name()),
        "service-trigger-unknown",
        component,
        "node "
            + cluster.self()
            + " has no "
            + trigger
            + Suggestion.of(
                trigger.toString(),
                names.stream()
                    .map(name -> new ResourceId(trigger.kind(), name).toString())
                    .toList()));
  }

  private static <S extends Record & Spec> Set<String> names(
      ResourceType<S> type, Cluster cluster) {
    return cluster
        .specs(type.codec().type())
        .getOrDefault(cluster.self(), java.util.Map.of())
        .keySet();
  }
}
