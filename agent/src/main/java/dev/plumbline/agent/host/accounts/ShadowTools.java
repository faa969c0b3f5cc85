package dev.plumbline.agent.host.accounts;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.AccountChanges;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes users and groups with the programs of passwd, PAM and sudo. */
public final class ShadowTools implements AccountChanges {
  private static final String REMEDY =
      "Look at the account on the node (getent, vipw -s), then apply again.";

  private final Processes processes;

  public ShadowTools(Processes processes) {
    this.processes = processes;
  }

  @Override
  public void addGroup(String name, Optional<Long> gid, boolean system) throws Failure {
    List<String> command = new ArrayList<>(List.of("groupadd"));
    if (system) {
      command.add("--system");
    }
    gid.ifPresent(id -> command.addAll(List.of("--gid", id.toString())));
    run(command, name);
  }

  @Override
  public void removeGroup(String name) throws Failure {
    run(List.of("groupdel"), name);
  }

  @Override
  public void addUser(NewUser user) throws Failure {
    List<String> command = new ArrayList<>(List.of("useradd"));
    user.uid().ifPresent(id -> command.addAll(List.of("--uid", id.toString())));
    user.group()
        .ifPresentOrElse(
            group -> command.addAll(List.of("--gid", group)), () -> command.add("--user-group"));
    if (!user.groups().isEmpty()) {
      command.addAll(List.of("--groups", String.join(",", user.groups())));
    }
    command.addAll(List.of("--shell", user.shell(), "--home-dir", user.home()));
    command.addAll(List.of("--comment", user.comment()));
    if (user.system()) {
      command.add("--system");
    }
    command.add(user.makeHome() ? "--create-home" : "--no-create-home");
    run(command, user.name());
  }

  @Override
  public void changeUser(
      String name, Optional<String> group, Optional<String> shell, Optional<String> comment)
      throws Failure {
    List<String> command = new ArrayList<>(List.of("usermod"));
    group.ifPresent(value -> command.addAll(List.of("--gid", value)));
    shell.ifPresent(value -> command.addAll(List.of("--shell", value)));
    comment.ifPresent(value -> command.addAll(List.of("--comment", value)));
    run(command, name);
  }

  @Override
  public void removeUser(String name) throws Failure {
    run(List.of("userdel"), name);
  }

  @Override
  public void addToGroups(String user, List<String> groups) throws Failure {
    run(List.of("usermod", "--append", "--groups", String.join(",", groups)), user);
  }

  @Override
  public void removeFromGroup(String user, String group) throws Failure {
    processes.mustRun(Command.of("gpasswd", "--delete", user, group), REMEDY);
  }

  /** By standard input: whoever may list processes sees their arguments. */
  @Override
  public void setPasswordHash(String user, String hash) throws Failure {
    processes.mustRun(
        Command.of("chpasswd", "--encrypted").withInput(user + ":" + hash + "\n"), REMEDY);
  }

  @Override
  public void makeHome(String user) throws Failure {
    processes.mustRun(Command.of("mkhomedir_helper", user), REMEDY);
  }

  @Override
  public void checkSudoRules(String rules) throws Failure {
    Result result = processes.run(Command.of("visudo", "--check", "--file=-").withInput(rules));
    if (!result.succeeded()) {
      throw new Failure(
          "sudo does not take the rule '"
              + rules.strip().lines().toList().getLast()
              + "': "
              + firstLine(result),
          "Correct 'sudo' of that user (sudoers(5)).");
    }
  }

  /** visudo says first what is wrong and where, and then draws it. */
  private static String firstLine(Result result) {
    return (result.err() + "\n" + result.out())
        .lines()
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse("it said nothing");
  }

  private void run(List<String> command, String name) throws Failure {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("--", name));
    processes.mustRun(Command.of(all.toArray(String[]::new)), REMEDY);
  }
}
