package dev.plumbline.resources.users;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.host.accounts.AccountChanges;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.files.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a user what the spec says. */
final class UserWriting {
  private final Accounts accounts;
  private final AccountChanges changes;
  private final Files files;

  UserWriting(Accounts accounts, AccountChanges changes, Files files) {
    this.accounts = accounts;
    this.changes = changes;
    this.files = files;
  }

  void apply(UserSpec spec, UserObservation observed, List<Change> differing) throws Failure {
    Set<String> attributes =
        differing.stream().map(Change::attribute).collect(Collectors.toUnmodifiableSet());
    boolean rules = attributes.contains(UserDiff.SUDO) || attributes.contains(UserDiff.SUDO_FILE);
    if (spec.sudo().isPresent() && rules) {
      changes.checkSudoRules(SudoersFile.content(spec.name(), spec.sudo().get()));
    }
    // Rules go before the user they speak of, and come after.
    if (spec.sudo().isEmpty() && attributes.contains(UserDiff.SUDO)) {
      new SudoersFile(files, spec.name()).remove();
    }
    if (attributes.contains(UserDiff.STATE)) {
      switch (spec.state()) {
        case PRESENT -> add(spec);
        case ABSENT -> changes.removeUser(spec.name());
        case UNMANAGED -> {}
      }
    } else {
      change(spec, observed, attributes);
    }
    if (attributes.contains(UserDiff.PASSWORD)) {
      changes.setPasswordHash(spec.name(), password(spec));
    }
    if (spec.sudo().isPresent() && rules) {
      new SudoersFile(files, spec.name())
          .write(SudoersFile.content(spec.name(), spec.sudo().get()));
    }
  }

  private void add(UserSpec spec) throws Failure {
    boolean groupExists =
        accounts.groups().stream().anyMatch(group -> group.name().equals(spec.newGroup()));
    Optional<String> group = groupExists ? Optional.of(spec.newGroup()) : spec.group();
    changes.addUser(
        new AccountChanges.NewUser(
            spec.name(),
            spec.uid(),
            group,
            spec.groups(),
            spec.newShell(),
            spec.newHome(),
            spec.comment().orElse(""),
            spec.system(),
            spec.hasHome()));
  }

  private void change(UserSpec spec, UserObservation observed, Set<String> attributes)
      throws Failure {
    Optional<String> group = spec.group().filter(_ -> attributes.contains(UserDiff.GROUP));
    Optional<String> shell = spec.shell().filter(_ -> attributes.contains(UserDiff.SHELL));
    Optional<String> comment = spec.comment().filter(_ -> attributes.contains(UserDiff.COMMENT));
    if (group.isPresent() || shell.isPresent() || comment.isPresent()) {
      changes.changeUser(spec.name(), group, shell, comment);
    }
    if (attributes.contains(UserDiff.HOME_DIRECTORY)) {
      changes.makeHome(spec.name());
    }
    if (attributes.contains(UserDiff.GROUPS)) {
      Set<String> wanted = UserDiff.wantedGroups(spec, observed);
      List<String> more =
          wanted.stream().filter(each -> !observed.groups().contains(each)).toList();
      if (!more.isEmpty()) {
        changes.addToGroups(spec.name(), more);
      }
      for (String each : observed.groups()) {
        if (!wanted.contains(each)) {
          changes.removeFromGroup(spec.name(), each);
        }
      }
    }
  }

  private static String password(UserSpec spec) throws Failure {
    return spec.passwordHash()
        .flatMap(Secret::value)
        .orElseThrow(() ->
            new Failure(
                "the password's hash of user " + spec.name() + " is not at hand on this node",
                "Run 'plumb apply' again: it brings the hash along."));
  }
}
