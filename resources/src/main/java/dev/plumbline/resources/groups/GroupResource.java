package dev.plumbline.resources.groups;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Refusing;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.host.accounts.AccountChanges;
import dev.plumbline.resources.host.accounts.Accounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Observes and changes one local group. */
public final class GroupResource
    implements Resource<GroupSpec, GroupObservation>, Refusing<GroupSpec, GroupObservation> {
  public static final ResourceType<GroupSpec> TYPE =
      ResourceType.many(
          "groups",
          "group",
          GroupSpec.class,
          ports -> new GroupResource(ports.get(Accounts.class), ports.get(AccountChanges.class)));

  private static final String GID = "gid";

  private final Accounts accounts;
  private final AccountChanges changes;

  public GroupResource(Accounts accounts, AccountChanges changes) {
    this.accounts = accounts;
    this.changes = changes;
  }

  @Override
  public GroupObservation observe(GroupSpec spec) throws Failure {
    Optional<Long> gid = Optional.empty();
    Optional<String> holder = Optional.empty();
    for (Accounts.Group group : accounts.groups()) {
      if (group.name().equals(spec.name())) {
        gid = Optional.of(group.gid());
      } else if (spec.gid().equals(Optional.of(group.gid()))) {
        holder = Optional.of(group.name());
      }
    }
    return new GroupObservation(gid, holder);
  }

  @Override
  public List<Change> diff(GroupSpec spec, GroupObservation observed) {
    List<Change> differing = new ArrayList<>();
    switch (spec.state()) {
      case ABSENT -> {
        if (observed.gid().isPresent()) {
          differing.add(Change.of("state", "present", null));
        }
      }
      case PRESENT -> {
        if (observed.gid().isEmpty()) {
          differing.add(Change.of("state", null, "present"));
        }
        if (spec.gid().isPresent() && !observed.gid().equals(spec.gid())) {
          differing.add(Change.of(GID, observed.gid().orElse(null), spec.gid().get()));
        } else if (observed.gid().isEmpty()) {
          differing.add(new Change.KnownAfterApply(GID, null, "groupadd"));
        }
      }
    }
    return differing;
  }

  @Override
  public Optional<Failure> refuse(
      GroupSpec spec, GroupObservation observed, List<Change> differing, Set<ResourceId> awaits) {
    if (spec.gid().isEmpty()) {
      return Optional.empty();
    }
    if (observed.gid().isPresent()) {
      return Optional.of(
          new Failure(
              "group "
                  + spec.name()
                  + " has gid "
                  + observed.gid().get()
                  + ", not "
                  + spec.gid().get()
                  + "; the gid of a group is never changed, because files carry it",
              "Put gid "
                  + observed.gid().get()
                  + " into the inventory, or change it on the node with groupmod and chgrp."));
    }
    return observed
        .holder()
        .map(holder ->
            new Failure(
                "group "
                    + spec.name()
                    + " cannot have gid "
                    + spec.gid().get()
                    + ": group "
                    + holder
                    + " has it",
                "Choose another gid."));
  }

  @Override
  public void apply(
      GroupSpec spec, GroupObservation observed, List<Change> differing, Progress progress)
      throws Failure {
    switch (spec.state()) {
      case PRESENT -> changes.addGroup(spec.name(), spec.gid(), spec.system());
      case ABSENT -> changes.removeGroup(spec.name());
    }
  }
}
