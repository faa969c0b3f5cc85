package dev.plumbline.resources.groups;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.ClusterChecked;
import dev.plumbline.resources.Default;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Name;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.account.Account;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a local group must be. */
@Doc("A local group.")
public record GroupSpec(
    @Name @Doc("The group's name.") String name,
    @Default("present") @Doc("Whether the group must be there: present or absent.")
        GroupState state,
    @Doc("The group's number. Default: the next one that is free; never changed afterwards.")
        Optional<Long> gid,
    @Default("false") @Doc("Whether a new group gets a number of the system's range.")
        boolean system)
    implements ClusterChecked {

  public GroupSpec {
    Checks checks = new Checks();
    checks
        .that(Account.isName(name), "group-name", "", Account.notAName("group", name))
        .that(Account.isInRange(gid), "group-gid-range", "gid", Account.outOfRange("gid", gid));
    checks
        .that(
            state == GroupState.PRESENT || gid.isEmpty(),
            "group-absent-gid",
            "gid",
            "a group that is absent has no gid")
        .that(
            state == GroupState.PRESENT || !Account.isBaseGroup(name),
            "group-base-absent",
            "state",
            "the system needs its group " + name)
        .done();
  }

  /** A group can only go after the users whose primary group it is. */
  @Override
  public Set<ResourceId> requires(Set<ResourceId> catalog) {
    return state == GroupState.ABSENT
        ? catalog.stream()
            .filter(id -> id.kind().equals("user"))
            .collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }

  @Override
  public void check(Cluster cluster, Checks checks) {
    Map<String, GroupSpec> groups =
        cluster.specs(GroupSpec.class).getOrDefault(cluster.self(), Map.of());
    for (GroupSpec earlier : groups.values()) {
      if (earlier.name().equals(name)) {
        return;
      }
      checks.that(
          gid.isEmpty() || !earlier.gid().equals(gid),
          "group-gid-twice",
          "gid",
          "gid " + gid.orElse(0L) + " is given to group " + earlier.name() + " already");
    }
  }
}
