package dev.plumbline.resources.users;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.account.Account;
import dev.plumbline.resources.groups.GroupSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules of one {@link UserSpec}. */
final class UserChecks {
  private static final Pattern PATH = Pattern.compile("(/[^/:\\p{Cntrl}]+)+");
  private static final Pattern COMMENT = Pattern.compile("[^:\\p{Cntrl}]*");
  private static final Pattern HASH =
      Pattern.compile("!|\\*|!?\\$[A-Za-z0-9-]+\\$[A-Za-z0-9./$=,+-]+");

  private final Checks checks = new Checks();
  private final String name;
  private final UserState state;

  UserChecks(String name, UserState state) {
    this.name = name;
    this.state = state;
    checks.that(
        !name.equals("root") || state != UserState.ABSENT,
        "user-root-absent",
        "state",
        "a node needs its user root");
  }

  UserChecks numbers(Optional<Long> uid) {
    checks
        .that(Account.isName(name), "user-name", "", Account.notAName("user", name))
        .that(Account.isInRange(uid), "user-uid-range", "uid", Account.outOfRange("uid", uid));
    checks.that(
        uid.isEmpty() || (uid.get() == 0) == name.equals("root"),
        "user-uid-root",
        "uid",
        "uid 0 is root's, and root's is uid 0");
    return this;
  }

  UserChecks groups(Optional<String> group, List<String> groups) {
    group.ifPresent(primary -> group("group", primary));
    for (int i = 0; i < groups.size(); i++) {
      group("groups." + i, groups.get(i));
    }
    return this;
  }

  private void group(String component, String group) {
    checks.that(
        Account.isName(group),
        "user-group-name",
        component,
        "'" + group + "' is not a name of a group");
  }

  UserChecks paths(Optional<String> shell, Optional<String> home) {
    shell.ifPresent(path -> path("shell", path));
    home.ifPresent(path -> path("home", path));
    return this;
  }

  private void path(String component, String path) {
    checks.that(
        PATH.matcher(path).matches(),
        "user-path",
        component,
        "'" + path + "' is not an absolute path without ':'");
  }

  UserChecks comment(Optional<String> comment) {
    checks.that(
        comment.isEmpty() || COMMENT.matcher(comment.get()).matches(),
        "user-comment",
        "comment",
        "the comment holds ':' or a control character");
    return this;
  }

  UserChecks password(Optional<Secret> hash) {
    checks.that(
        hash.flatMap(Secret::value).map(value -> HASH.matcher(value).matches()).orElse(true),
        "user-password-hash",
        "password_hash",
        "this is not a password's hash ($6$… as 'openssl passwd -6' prints it, or ! for none that fits)");
    return this;
  }

  UserChecks nothingElse(boolean more) {
    checks.that(
        state == UserState.PRESENT || !more,
        "user-state-alone",
        "state",
        "with state: " + state.word() + " nothing else can be given");
    return this;
  }

  void done() {
    checks.done();
  }

  /** Numbers that two accounts of one node would have. */
  static void amongOthers(UserSpec spec, Cluster cluster, Checks checks) {
    if (spec.uid().isEmpty()) {
      return;
    }
    long uid = spec.uid().get();
    for (UserSpec earlier :
        cluster.specs(UserSpec.class).getOrDefault(cluster.self(), Map.of()).values()) {
      if (earlier.name().equals(spec.name())) {
        break;
      }
      checks.that(
          !earlier.uid().equals(spec.uid()),
          "user-uid-twice",
          "uid",
          "uid " + uid + " is given to user " + earlier.name() + " already");
    }
    Map<String, GroupSpec> groups =
        cluster.specs(GroupSpec.class).getOrDefault(cluster.self(), Map.of());
    for (GroupSpec group : groups.values()) {
      checks.that(
          spec.group().isPresent()
              || groups.containsKey(spec.name())
              || !group.gid().equals(spec.uid()),
          "user-own-gid",
          "uid",
          "the user's own group would have gid "
              + uid
              + ", as group "
              + group.name()
              + " has: give 'group'");
    }
  }
}
