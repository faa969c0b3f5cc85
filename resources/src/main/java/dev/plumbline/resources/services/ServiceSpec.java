package dev.plumbline.resources.services;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.ClusterChecked;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Name;
import dev.plumbline.resources.Reacting;
import dev.plumbline.resources.ResourceId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a service must be. */
@Doc("A service, or another systemd unit: whether it runs, and whether it starts with the node.")
public record ServiceSpec(
    @Name @Doc("The unit's name; without a dot, that of a service.") String name,
    @Doc("Whether the unit starts with the node.") Optional<Boolean> enabled,
    @Doc("Whether the unit runs now.") Optional<Boolean> running,
    @Doc("Whether it is impossible to start the unit, by hand or otherwise.")
        Optional<Boolean> masked,
    @Doc("Resources of the node after whose change the running service is restarted: file[/etc/x].")
        List<ResourceId> restartOn,
    @Doc(
            "Resources of the node after whose change the running service reads its configuration again.")
        List<ResourceId> reloadOn)
    implements Reacting, ClusterChecked {
  static final String RESTART = "restart";
  static final String RELOAD = "reload";

  public ServiceSpec {
    restartOn = List.copyOf(restartOn);
    reloadOn = List.copyOf(reloadOn);
    boolean hides = masked.orElse(false);
    new Checks()
        .that(
            UnitName.valid(name),
            "service-name",
            "",
            "'" + name + "' is not the name of a systemd unit")
        .that(
            !UnitName.template(name),
            "service-template",
            "",
            "'" + name + "' is a template; name an instance of it, with a word after the '@'")
        .that(
            !UnitName.full(name).startsWith("plumbline-"),
            "service-own",
            "",
            "'" + name + "' is Plumbline's own, and not managed as a service")
        .that(
            enabled.isPresent()
                || running.isPresent()
                || masked.isPresent()
                || !restartOn.isEmpty()
                || !reloadOn.isEmpty(),
            "service-says-nothing",
            "",
            "nothing is said of service '" + name + "': give 'enabled', 'running' or 'masked'")
        .that(
            !hides || !enabled.orElse(false),
            "service-masked-enabled",
            "enabled",
            "a unit that is masked cannot start with the node")
        .that(
            !hides || !running.orElse(false),
            "service-masked-running",
            "running",
            "a unit that is masked cannot be started")
        .done();
  }

  String unit() {
    return UnitName.full(name);
  }

  @Override
  public Set<ResourceId> requires(Set<ResourceId> catalog) {
    Set<ResourceId> needed = new HashSet<>(restartOn);
    needed.addAll(reloadOn);
    catalog.stream()
        .filter(id -> id.kind().equals("file") && UnitName.describes(id.name(), name))
        .forEach(needed::add);
    return needed;
  }

  /** Any package may hold the unit; only one of them does, and nobody knows which. */
  @Override
  public Set<ResourceId> follows(Set<ResourceId> catalog) {
    return catalog.stream()
        .filter(id -> id.kind().equals("package"))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A restart makes a reload unnecessary. */
  @Override
  public List<Change> reactions(Set<ResourceId> changed) {
    String restart = Triggers.because(restartOn, changed);
    if (!restart.isEmpty()) {
      return List.of(Change.of(RESTART, null, restart));
    }
    String reload = Triggers.because(reloadOn, changed);
    return reload.isEmpty() ? List.of() : List.of(Change.of(RELOAD, null, reload));
  }

  @Override
  public void check(Cluster cluster, Checks checks) {
    for (int i = 0; i < restartOn.size(); i++) {
      Triggers.check(restartOn.get(i), this, cluster, checks, "restart_on." + i);
    }
    for (int i = 0; i < reloadOn.size(); i++) {
      Triggers.check(reloadOn.get(i), this, cluster, checks, "reload_on." + i);
    }
  }
}
