package dev.plumbline.resources.users;

import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.account.Account;
import java.util.HashSet;
import java.util.Set;

/** What must be right before a user: the groups, and the packages that bring something along. */
final class UserOrder {
  /** Shells that every node has. */
  private static final Set<String> BASE_SHELLS =
      Set.of(
          "/bin/sh",
          "/bin/bash",
          "/bin/dash",
          "/usr/bin/sh",
          "/usr/bin/bash",
          "/usr/bin/dash",
          "/bin/false",
          "/usr/bin/false",
          "/sbin/nologin",
          "/usr/sbin/nologin");

  private UserOrder() {}

  static Set<ResourceId> before(UserSpec spec, Set<ResourceId> catalog) {
    Set<ResourceId> before = new HashSet<>();
    Set<String> groups = new HashSet<>(spec.groups());
    spec.group().ifPresent(groups::add);
    for (String group : groups) {
      before.add(new ResourceId("group", group));
    }
    if (spec.state() == UserState.PRESENT) {
      before.add(new ResourceId("group", spec.newGroup()));
    }
    if (spec.sudo().isPresent()) {
      before.add(new ResourceId("package", "sudo"));
    }
    boolean ofPackage =
        groups.stream()
                .anyMatch(group ->
                    !Account.isBaseGroup(group)
                        && !catalog.contains(new ResourceId("group", group)))
            || spec.shell().filter(shell -> !BASE_SHELLS.contains(shell)).isPresent();
    if (ofPackage) {
      catalog.stream().filter(id -> id.kind().equals("package")).forEach(before::add);
      if (groups.contains("docker")) {
        before.add(ResourceId.only("docker"));
      }
    }
    return Set.copyOf(before);
  }
}
