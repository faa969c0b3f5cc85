package dev.plumbline.resources.users;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What differs of a user. */
final class UserDiff {
  static final String STATE = "state";
  static final String UID = "uid";
  static final String GROUP = "group";
  static final String GROUPS = "groups";
  static final String SHELL = "shell";
  static final String HOME = "home";
  static final String HOME_DIRECTORY = "home_directory";
  static final String COMMENT = "comment";
  static final String PASSWORD = "password_hash";
  static final String SUDO = "sudo";
  static final String SUDO_FILE = "sudo_file";

  private final UserSpec spec;
  private final UserObservation observed;
  private final List<Change> changes = new ArrayList<>();

  private UserDiff(UserSpec spec, UserObservation observed) {
    this.spec = spec;
    this.observed = observed;
  }

  static List<Change> of(UserSpec spec, UserObservation observed) {
    UserDiff diff = new UserDiff(spec, observed);
    switch (spec.state()) {
      case PRESENT -> diff.present();
      case ABSENT -> {
        if (observed.account().isPresent()) {
          diff.changes.add(Change.of(STATE, UserState.PRESENT.word(), null));
        }
      }
      case UNMANAGED -> {}
    }
    diff.sudo();
    return List.copyOf(diff.changes);
  }

  /** The groups that the user must be in after this. */
  static Set<String> wantedGroups(UserSpec spec, UserObservation observed) {
    Set<String> wanted = new TreeSet<>(spec.groups());
    if (!spec.exclusive()) {
      wanted.addAll(observed.groups());
    }
    return wanted;
  }

  private void present() {
    Optional<UserObservation.Account> account = observed.account();
    boolean isNew = account.isEmpty();
    if (isNew) {
      changes.add(Change.of(STATE, null, UserState.PRESENT.word()));
      if (spec.uid().isEmpty()) {
        changes.add(new Change.KnownAfterApply(UID, null, "useradd"));
      }
    }
    attribute(UID, account.map(UserObservation.Account::uid), spec.uid());
    attribute(
        GROUP,
        account.map(UserObservation.Account::group),
        isNew ? Optional.of(spec.newGroup()) : spec.group());
    Set<String> wanted = wantedGroups(spec, observed);
    if (!wanted.equals(Set.copyOf(observed.groups()))) {
      changes.add(
          Change.of(
              GROUPS,
              observed.groups().isEmpty() ? null : String.join(", ", observed.groups()),
              wanted.isEmpty() ? null : String.join(", ", wanted)));
    }
    attribute(
        SHELL,
        account.map(UserObservation.Account::shell),
        isNew ? Optional.of(spec.newShell()) : spec.shell());
    attribute(
        HOME,
        account.map(UserObservation.Account::home),
        isNew ? Optional.of(spec.newHome()) : spec.home());
    if (!isNew && spec.hasHome() && !account.get().homeExists()) {
      changes.add(Change.of(HOME_DIRECTORY, null, "present"));
    }
    attribute(COMMENT, account.map(UserObservation.Account::comment), spec.comment());
    if (spec.passwordHash().isPresent()
        && !observed.passwordDigest().equals(spec.passwordHash().map(Secret::digest))) {
      changes.add(new Change.Hidden(PASSWORD));
    }
  }

  private void sudo() {
    Optional<String> wanted = spec.sudo().map(rule -> SudoersFile.content(spec.name(), rule));
    Optional<String> found = observed.sudo().map(UserObservation.Sudoers::content);
    if (!found.equals(wanted)) {
      changes.add(
          Change.of(
              SUDO,
              found.map(UserDiff::rules).orElse(null),
              wanted.map(UserDiff::rules).orElse(null)));
    } else if (observed.sudo().isPresent()
        && !observed.sudo().get().attributes().equals(SudoersFile.ATTRIBUTES)) {
      changes.add(Change.of(SUDO_FILE, observed.sudo().get().attributes(), SudoersFile.ATTRIBUTES));
    }
  }

  /** The rules in one line, without comments. */
  private static String rules(String content) {
    return String.join(
        "; ", content.lines().filter(line -> !line.isBlank() && !line.startsWith("# ")).toList());
  }

  private <T> void attribute(String name, Optional<T> from, Optional<T> to) {
    if (to.isPresent() && !from.equals(to)) {
      changes.add(Change.of(name, from.orElse(null), to.get()));
    }
  }
}
