package dev.plumbline.resources.users;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.accounts.Passwords;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.Files;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what the node knows of a user. */
final class UserReading {
  private final Accounts accounts;
  private final Passwords passwords;
  private final Files files;

  UserReading(Accounts accounts, Passwords passwords, Files files) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.files = files;
  }

  UserObservation observe(UserSpec spec) throws Failure {
    List<Accounts.User> users = accounts.users();
    List<Accounts.Group> groups = accounts.groups();
    Optional<Accounts.User> user =
        users.stream().filter(each -> each.name().equals(spec.name())).findFirst();
    Optional<UserObservation.Account> account =
        user.isPresent() ? Optional.of(account(spec, user.get(), groups)) : Optional.empty();
    Optional<String> password =
        user.isPresent() && spec.passwordHash().isPresent()
            ? passwords
                .hash(spec.name())
                .map(hash -> Secret.digestOf(hash.getBytes(StandardCharsets.UTF_8)))
            : Optional.empty();
    return new UserObservation(
        account,
        groups.stream()
            .filter(group -> group.members().contains(spec.name()))
            .map(Accounts.Group::name)
            .sorted()
            .toList(),
        password,
        new SudoersFile(files, spec.name()).read(),
        obstacles(spec, users, groups));
  }

  private UserObservation.Account account(
      UserSpec spec, Accounts.User user, List<Accounts.Group> groups) throws Failure {
    return new UserObservation.Account(
        user.uid(),
        groups.stream()
            .filter(group -> group.gid() == user.gid())
            .map(Accounts.Group::name)
            .findFirst()
            .orElse(Long.toString(user.gid())),
        user.shell(),
        user.home(),
        user.comment(),
        spec.hasHome() && files.status(Path.of(user.home())).isPresent());
  }

  private UserObservation.Obstacles obstacles(
      UserSpec spec, List<Accounts.User> users, List<Accounts.Group> groups) throws Failure {
    List<String> names = groups.stream().map(Accounts.Group::name).toList();
    boolean makesGroup =
        spec.group().isEmpty()
            && !names.contains(spec.name())
            && users.stream().noneMatch(user -> user.name().equals(spec.name()));
    Optional<FileStatus> shell =
        spec.shell().isPresent() ? files.status(Path.of(spec.shell().get())) : Optional.empty();
    return new UserObservation.Obstacles(
        users.stream()
            .filter(user -> spec.uid().equals(Optional.of(user.uid())))
            .map(Accounts.User::name)
            .filter(name -> !name.equals(spec.name()))
            .findFirst(),
        groups.stream()
            .filter(group -> makesGroup && spec.uid().equals(Optional.of(group.gid())))
            .map(Accounts.Group::name)
            .findFirst(),
        Stream.concat(spec.group().stream(), spec.groups().stream())
            .filter(group -> !names.contains(group))
            .toList(),
        spec.shell().isPresent() && shell.isEmpty());
  }
}
