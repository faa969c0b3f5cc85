package dev.plumbline.resources.host.accounts;

import dev.plumbline.resources.contract.InMemoryPort;
import java.util.ArrayList;
import java.util.List;

/** The users and groups of a machine in memory. */
public final class InMemoryAccounts implements Accounts, InMemoryPort {
  private final List<User> users = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();

  /** Root, the user of the installer, and their groups. */
  public static InMemoryAccounts freshlyInstalled() {
    InMemoryAccounts accounts = new InMemoryAccounts();
    accounts.groups.add(new Group("root", 0, List.of()));
    accounts.groups.add(new Group("sudo", 27, List.of("ubuntu")));
    accounts.groups.add(new Group("ubuntu", 1000, List.of()));
    accounts.users.add(new User("root", 0, 0, "root", "/root", "/bin/bash"));
    accounts.users.add(new User("ubuntu", 1000, 1000, "Ubuntu", "/home/ubuntu", "/bin/bash"));
    return accounts;
  }

  @Override
  public List<User> users() {
    return List.copyOf(users);
  }

  @Override
  public List<Group> groups() {
    return List.copyOf(groups);
  }

  @Override
  public List<String> changes() {
    return List.of();
  }
}
