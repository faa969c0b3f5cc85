package dev.plumbline.controller.contact;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The words with which ssh is called for one node. */
final class SshOptions {
  private final Target target;

  SshOptions(Target target) {
    this.target = target;
  }

  /**
   * Opens a session that later ones share.
   *
   * @param hasPassword whether {@code SSH_ASKPASS} knows a password
   */
  List<String> master(Path control, boolean hasPassword, String command) {
    List<String> words = base(hasPassword);
    add(words, "ControlMaster=yes", "ControlPath=" + control, "ControlPersist=no");
    add(words, "StrictHostKeyChecking=yes");
    target.connect().knownHosts().ifPresent(path -> add(words, knownHosts(path)));
    return finish(words, command);
  }

  /** Uses the session that {@link #master} opened, and nothing else. */
  List<String> shared(Path control, String command) {
    List<String> words = base(false);
    add(words, "ControlMaster=no", "ControlPath=" + control, "ProxyCommand=false");
    return finish(words, command);
  }

  /** Writes the host's key to a file, without logging in. */
  List<String> learnHostKey(Path file) {
    List<String> words = base(false);
    add(words, "ControlPath=none", "StrictHostKeyChecking=accept-new", knownHosts(file.toString()));
    add(words, "GlobalKnownHostsFile=/dev/null", "PreferredAuthentications=none");
    return finish(words, "true");
  }

  /** Prints the options as ssh understands them, with those of ~/.ssh/config. */
  List<String> resolved() {
    List<String> words = base(false);
    words.add("-G");
    target.connect().knownHosts().ifPresent(path -> add(words, knownHosts(path)));
    words.add(target.host());
    return words;
  }

  private List<String> base(boolean hasPassword) {
    List<String> words = new ArrayList<>(List.of("ssh", "-T"));
    add(words, "BatchMode=" + (hasPassword ? "no" : "yes"), "NumberOfPasswordPrompts=1");
    if (hasPassword) {
      add(words, "PreferredAuthentications=publickey,keyboard-interactive,password");
    }
    add(words, "ConnectTimeout=5", "ConnectionAttempts=1");
    add(words, "ServerAliveInterval=5", "ServerAliveCountMax=3");
    add(words, "ForwardAgent=no", "ForwardX11=no", "ClearAllForwardings=yes");
    add(words, "PermitLocalCommand=no", "RemoteCommand=none", "UpdateHostKeys=no");
    target
        .connect()
        .identity()
        .ifPresent(path -> {
          words.add("-i");
          words.add(path);
          add(words, "IdentitiesOnly=yes");
        });
    target
        .connect()
        .user()
        .ifPresent(user -> {
          words.add("-l");
          words.add(user);
        });
    target
        .connect()
        .port()
        .ifPresent(port -> {
          words.add("-p");
          words.add(Integer.toString(port));
        });
    return words;
  }

  private List<String> finish(List<String> words, String command) {
    words.add("--");
    words.add(target.host());
    words.add(command);
    return words;
  }

  private static void add(List<String> words, String... options) {
    for (String option : options) {
      words.add("-o");
      words.add(option);
    }
  }

  /** ssh splits the value at blanks unless it is quoted, and expands percent signs. */
  private static String knownHosts(String path) {
    return "UserKnownHostsFile=\"" + path.replace("%", "%%") + "\"";
  }
}
