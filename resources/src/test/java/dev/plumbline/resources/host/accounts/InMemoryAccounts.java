package dev.plumbline.resources.host.accounts;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.contract.InMemoryPort;
import dev.plumbline.resources.host.files.InMemoryFiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The users and groups of a machine in memory. Changes behave as far as what can be read afterwards
 * goes; what useradd and its like refuse, only a node tells.
 */
public final class InMemoryAccounts implements Accounts, Passwords, AccountChanges, InMemoryPort {
  private final Map<String, User> users = new LinkedHashMap<>();
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, String> passwords = new LinkedHashMap<>();
  private final List<String> changes = new ArrayList<>();
  private final InMemoryFiles files;

  /**
   * @param files where homes are made
   */
  public InMemoryAccounts(InMemoryFiles files) {
    this.files = files;
  }

  /** Root, the user of the installer, and their groups. */
  public static InMemoryAccounts freshlyInstalled(InMemoryFiles files) {
    return new InMemoryAccounts(files)
        .group("root", 0)
        .group("adm", 4)
        .group("sudo", 27, "ubuntu")
        .group("games", 60)
        .group("ubuntu", 1000)
        .user(new User("root", 0, 0, "root", "/root", "/bin/bash"))
        .user(new User("ubuntu", 1000, 1000, "Ubuntu", "/home/ubuntu", "/bin/bash"));
  }

  public InMemoryAccounts group(String name, long gid, String... members) {
    groups.put(name, new Group(name, gid, List.of(members)));
    return this;
  }

  public InMemoryAccounts user(User user) {
    users.put(user.name(), user);
    passwords.put(user.name(), "*");
    return this;
  }

  @Override
  public List<User> users() {
    return List.copyOf(users.values());
  }

  @Override
  public List<Group> groups() {
    return List.copyOf(groups.values());
  }

  @Override
  public Optional<String> hash(String user) {
    return Optional.ofNullable(passwords.get(user));
  }

  @Override
  public void addGroup(String name, Optional<Long> gid, boolean system) {
    group(name, gid.orElse(free()));
    changes.add("addGroup " + name);
  }

  private long free() {
    long id = 1000;
    while (isTaken(id)) {
      id++;
    }
    return id;
  }

  private boolean isTaken(long id) {
    return users.values().stream().anyMatch(user -> user.uid() == id)
        || groups.values().stream().anyMatch(group -> group.gid() == id);
  }

  @Override
  public void removeGroup(String name) {
    groups.remove(name);
    changes.add("removeGroup " + name);
  }

  @Override
  public void addUser(NewUser user) throws Failure {
    long uid = user.uid().orElse(free());
    if (user.group().isEmpty()) {
      group(user.name(), isTaken(uid) ? free() : uid);
    }
    user(
        new User(
            user.name(),
            uid,
            gid(user.group().orElse(user.name())),
            user.comment(),
            user.home(),
            user.shell()));
    passwords.put(user.name(), "!");
    if (user.makeHome()) {
      files.directory(user.home());
    }
    changes.add("addUser " + user.name());
    addToGroups(user.name(), user.groups());
  }

  @Override
  public void changeUser(
      String name, Optional<String> group, Optional<String> shell, Optional<String> comment)
      throws Failure {
    User old = user(name);
    users.put(
        name,
        new User(
            name,
            old.uid(),
            group.isPresent() ? gid(group.get()) : old.gid(),
            comment.orElse(old.comment()),
            old.home(),
            shell.orElse(old.shell())));
    changes.add("changeUser " + name);
  }

  @Override
  public void removeUser(String name) {
    users.remove(name);
    passwords.remove(name);
    groups.replaceAll((group, _) -> without(group, name));
    changes.add("removeUser " + name);
  }

  @Override
  public void addToGroups(String user, List<String> more) throws Failure {
    for (String group : more) {
      gid(group);
      TreeSet<String> members = new TreeSet<>(without(group, user).members());
      members.add(user);
      groups.put(group, new Group(group, gid(group), List.copyOf(members)));
      changes.add("addToGroup " + user + " " + group);
    }
  }

  @Override
  public void removeFromGroup(String user, String group) {
    groups.put(group, without(group, user));
    changes.add("removeFromGroup " + user + " " + group);
  }

  private Group without(String name, String member) {
    Group group = groups.getOrDefault(name, new Group(name, 0, List.of()));
    return new Group(
        name, group.gid(), group.members().stream().filter(each -> !each.equals(member)).toList());
  }

  @Override
  public void setPasswordHash(String user, String hash) {
    passwords.put(user, hash);
    changes.add("setPasswordHash " + user);
  }

  @Override
  public void makeHome(String user) throws Failure {
    files.directory(user(user).home());
    changes.add("makeHome " + user);
  }

  @Override
  public void checkSudoRules(String rules) throws Failure {
    if (rules.contains("NONSENSE")) {
      throw new Failure("sudo does not take these rules: syntax error", "Correct them.");
    }
  }

  @Override
  public List<String> changes() {
    return List.copyOf(changes);
  }

  private long gid(String group) throws Failure {
    Group found = groups.get(group);
    if (found == null) {
      throw new Failure("there is no group " + group, "Make it.");
    }
    return found.gid();
  }

  private User user(String name) throws Failure {
    User found = users.get(name);
    if (found == null) {
      throw new Failure("there is no user " + name, "Make it.");
    }
    return found;
  }
}
