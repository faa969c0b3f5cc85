package dev.plumbline.controller.contact;

import dev.plumbline.inventory.connect.Become;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Runs commands as root on one node. */
final class Root {
  private static final Duration TO_CHECK = Duration.ofSeconds(30);

  private final Line line;
  private final String prefix;
  private final Optional<String> password;

  private Root(Line line, String prefix, Optional<String> password) {
    this.line = line;
    this.prefix = prefix;
    this.password = password;
  }

  /** Whether sudo on the node asks for a password. */
  static boolean needsPassword(Target target, Probe probe) {
    return !probe.root()
        && !probe.freeSudo()
        && target.connect().become() == Become.AUTO
        && probe.programs().contains("sudo");
  }

  /**
   * Becomes root.
   *
   * @param password of sudo; empty if it was not needed, or if there is none
   */
  static Root on(Target target, Line line, Optional<String> password)
      throws IOException, InterruptedException, ContactException {
    Probe probe = line.probe();
    if (probe.root()) {
      return new Root(line, "/bin/sh -c ", Optional.empty());
    }
    if (target.connect().become() == Become.NONE) {
      throw ContactException.wrong(
          "the user is not root, and 'become: none' forbids sudo",
          "log in as root with connect.user, or set 'become: auto'");
    }
    if (!probe.programs().contains("sudo")) {
      throw ContactException.wrong(
          "the user is not root, and the node has no sudo",
          "install sudo there, or log in as root with connect.user");
    }
    if (probe.freeSudo()) {
      return new Root(line, "sudo -n -- /bin/sh -c ", Optional.empty());
    }
    if (password.isEmpty()) {
      throw ContactException.wrong(
          "sudo asks for a password, and there is none",
          "run plumb in a terminal, or set 'become_password: env:NAME' or 'file:PATH' in connect");
    }
    // -k: sudo reads the password even where it remembers one, and never takes it for our data.
    Root root = new Root(line, "env LC_ALL=C sudo -k -S -p '' -- /bin/sh -c ", password);
    root.check();
    return root;
  }

  private void check() throws IOException, InterruptedException, ContactException {
    Finished tried = run("true", Feed.NOTHING, TO_CHECK);
    if (tried.ok()) {
      return;
    }
    String said = tried.err();
    if (said.contains("not in the sudoers")
        || said.contains("may not run sudo")
        || said.contains("not allowed to execute")) {
      throw ContactException.wrong(
          "the user may not use sudo", "add the user to the group sudo on the node");
    }
    if (said.contains("incorrect password") || said.contains("try again")) {
      throw ContactException.wrong(
          "sudo refused the password", "check become_password, or type it again");
    }
    throw ContactException.wrong(
        "sudo does not work: " + tried.lastLine(), "try 'sudo true' on the node by hand");
  }

  /**
   * Runs a script as root.
   *
   * @param script for a POSIX shell
   */
  Finished run(String script, Feed stdin, Duration timeout)
      throws IOException, InterruptedException, ContactException {
    Feed all = password.map(stdin::after).orElse(stdin);
    return line.run(prefix + Shell.quoted(script), all, timeout);
  }
}
