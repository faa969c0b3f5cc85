package dev.plumbline.agent.job;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A program as its user runs it: with the uid and the gid of the user, without supplementary groups
 * and without a way to new privileges.
 *
 * @param command as systemd starts it, as root
 * @param environment what {@code command} gets
 */
record Launch(List<String> command, Map<String, String> environment) {
  private static final String SETPRIV = "/usr/bin/setpriv";

  /** What glibc itself does not let pass into a program that gains privileges. */
  private static final Pattern LOADER =
      Pattern.compile(
          "LD_.*|GLIBC_TUNABLES|GCONV_PATH|GETCONF_DIR|HOSTALIASES|LOCALDOMAIN|LOCPATH|MALLOC_.*"
              + "|NIS_PATH|NLSPATH|RESOLV_HOST_CONF|RES_OPTIONS|TZDIR");

  Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /**
   * Variables that decide what a program loads reach it only once root is gone: setpriv would load
   * the same.
   *
   * @param secret the names of variables that must not be on a command line
   */
  static Launch as(
      Accounts.User user,
      List<String> program,
      Map<String, String> environment,
      Iterable<String> secret)
      throws Failure {
    refuseRoot(user);
    for (String name : secret) {
      if (LOADER.matcher(name).matches()) {
        throw new Failure(
            "the secret " + name + " has the name of a variable that decides what programs load",
            "give it another name");
      }
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                SETPRIV,
                "--reuid",
                Long.toString(user.uid()),
                "--regid",
                Long.toString(user.gid()),
                "--clear-groups",
                "--no-new-privs"));
    Map<String, String> early = new TreeMap<>(environment);
    List<String> late = new ArrayList<>();
    environment.forEach((name, value) -> {
      if (LOADER.matcher(name).matches()) {
        early.remove(name);
        late.add(name + "=" + value);
      }
    });
    if (!late.isEmpty()) {
      command.add("/usr/bin/env");
      late.stream().sorted().forEach(command::add);
    }
    command.addAll(program);
    return new Launch(command, early);
  }

  /** A job never runs as root, under whatever name. */
  static void refuseRoot(Accounts.User user) throws Failure {
    if (user.uid() == 0 || user.gid() == 0) {
      throw new Failure(
          "user " + user.name() + " has the uid or the gid of root, which no job may run with",
          "name another user in the job file (user:) or in the inventory (jobs: {user: …})");
    }
  }
}
