package dev.plumbline.controller.contact;

import java.util.Locale;

/** What ssh's own words mean when no session came about. */
final class SshTrouble {
  private SshTrouble() {}

  static ContactException of(Target target, boolean hadPassword, Finished failed) {
    String said = failed.err();
    String lower = said.toLowerCase(Locale.ROOT);
    String tried = "ssh to " + target.shown() + ": ";
    if (lower.contains("remote host identification has changed")) {
      return ContactException.unreached(
          tried + "the host key is not the one that is known",
          "find out why; if the node was installed anew, remove the old key with 'ssh-keygen -R "
              + target.host()
              + "'");
    }
    if (lower.contains("permission denied")) {
      return ContactException.unreached(
          tried + (hadPassword ? "the key and the password were refused" : "the key was refused"),
          hadPassword
              ? "check user and password of connect"
              : "check user and identity of connect, load the key into ssh-agent, or set"
                  + " 'password: ask'");
    }
    if (lower.contains("too many authentication failures")) {
      return ContactException.unreached(
          tried + "the server refused after too many keys", "name the key: connect.identity");
    }
    if (lower.contains("could not resolve hostname")) {
      return ContactException.unreached(
          tried + "the name is not known", "check connect.address, or write an IP address");
    }
    if (lower.contains("connection refused")) {
      return ContactException.unreached(
          tried + "nothing listens there", "check that sshd runs on the node, and connect.port");
    }
    if (lower.contains("timed out")
        || lower.contains("no route to host")
        || lower.contains("network is unreachable")
        || failed.exit() == Finished.TIMED_OUT) {
      return ContactException.unreached(
          tried + "no answer", "check that the node runs and that connect.address is right");
    }
    if (lower.contains("no such file or directory") && lower.contains("identity file")) {
      return ContactException.unreached(
          tried + "the key file does not exist", "check connect.identity");
    }
    return ContactException.unreached(
        tried + failed.lastLine(), "try it by hand with 'ssh " + target.host() + "'");
  }

  /** Whether only the host's key stood in the way, and no other key of it is known. */
  static boolean isUnknownHostKey(Finished failed) {
    return failed.err().contains("Host key verification failed")
        && !failed.err().contains("REMOTE HOST IDENTIFICATION HAS CHANGED");
  }
}
