package dev.plumbline.resources.users;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.ClusterChecked;
import dev.plumbline.resources.Default;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Name;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.Withdrawable;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a local user must be. */
@Doc("A local user.")
public record UserSpec(
    @Name @Doc("The user's name.") String name,
    @Default("present")
        @Doc(
            "Whether the user must be there: present or absent (the home stays); unmanaged leaves the user alone.")
        UserState state,
    @Doc("The user's number. Default: the next one that is free; never changed afterwards.")
        Optional<Long> uid,
    @Doc("The primary group. Default for a new user: a group of the user's own.")
        Optional<String> group,
    @Doc("Further groups that the user must be in.") List<String> groups,
    @Default("false") @Doc("Whether the user must be in no other groups.") boolean exclusive,
    @Doc("The login shell. Default for a new user: /bin/bash; of the system: /usr/sbin/nologin.")
        Optional<String> shell,
    @Doc("The home directory. Default for a new user: /home/NAME; never changed afterwards.")
        Optional<String> home,
    @Doc("The user's full name, or what the user is for.") Optional<String> comment,
    @Doc("The password's hash as crypt(3) makes it ('openssl passwd -6'), or ! for none that fits.")
        Optional<Secret> passwordHash,
    @Doc(
            "What the user may do through sudo: nopasswd (everything), password (everything, after the user's password), or a rule as in sudoers(5) without the user.")
        Optional<SudoRule> sudo,
    @Default("false") @Doc("Whether a new user gets a number of the system's range, and no home.")
        boolean system)
    implements Withdrawable<UserSpec>, ClusterChecked {

  public UserSpec {
    new UserChecks(name, state)
        .numbers(uid)
        .groups(group, groups)
        .paths(shell, home)
        .comment(comment)
        .password(passwordHash)
        .nothingElse(
            uid.isPresent()
                || group.isPresent()
                || !groups.isEmpty()
                || exclusive
                || shell.isPresent()
                || home.isPresent()
                || comment.isPresent()
                || passwordHash.isPresent()
                || sudo.isPresent()
                || system)
        .done();
    groups = groups.stream().distinct().sorted().toList();
  }

  /** The primary group that a new user gets. */
  String newGroup() {
    return group.orElse(name);
  }

  String newShell() {
    return shell.orElse(system ? "/usr/sbin/nologin" : "/bin/bash");
  }

  String newHome() {
    return home.orElse(system ? "/nonexistent" : "/home/" + name);
  }

  /** Whether the home must exist. */
  boolean hasHome() {
    return !system || home.isPresent();
  }

  @Override
  public Set<ResourceId> requires(Set<ResourceId> catalog) {
    return UserOrder.before(this, catalog);
  }

  @Override
  public Optional<UserSpec> withdrawn() {
    return sudo.map(_ ->
        new UserSpec(
            name,
            UserState.UNMANAGED,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false));
  }

  @Override
  public void check(Cluster cluster, Checks checks) {
    UserChecks.amongOthers(this, cluster, checks);
  }
}
