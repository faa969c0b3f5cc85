package dev.plumbline.inventory.connect;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Default;
import dev.plumbline.resources.Doc;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where SSH answers today, and as whom; used for first contact only. */
@Doc("How a node is reached for first contact, which installs the agent over SSH.")
public record Connect(
    @Doc(
            "Where SSH answers: an IP address, a host name, or a name of ~/.ssh/config. Without it, the node's address.")
        Optional<Host> address,
    @Doc("The port of SSH. Without it, what ~/.ssh/config says, else 22.") Optional<Integer> port,
    @Doc("The user to log in as. Without it, what ~/.ssh/config says, else your own name.")
        Optional<String> user,
    @Doc(
            "The private key file; ~ and paths relative to the inventory are understood. Without it, what ssh tries itself.")
        Optional<String> identity,
    @Doc("ssh, or local: this machine is the node.") @Default("ssh") Via via,
    @Doc(
            "Where the password of SSH comes from: ask, env:NAME or file:PATH (the file has mode 0600).")
        Optional<PasswordSource> password,
    @Doc(
            "Where the password of sudo comes from: ask, env:NAME or file:PATH (the file has mode 0600).")
        Optional<PasswordSource> becomePassword,
    @Doc(
            "How to become root: auto tries sudo without a password, then asks once for all nodes; none logs in as root.")
        @Default("auto")
        Become become,
    @Doc("The file of known host keys. Without it, what ssh uses itself.")
        Optional<String> knownHosts) {

  public Connect {
    new Checks()
        .that(
            port.isEmpty() || (port.get() >= 1 && port.get() <= 65535),
            "connect-port",
            "port",
            "port " + port.orElse(0) + " is out of range 1 to 65535")
        .that(
            user.isEmpty() || isUser(user.get()),
            "connect-user",
            "user",
            "'" + user.orElse("") + "' is not a user name")
        .that(
            identity.isEmpty() || !identity.get().isBlank(),
            "connect-path",
            "identity",
            "the path of the key file is empty")
        .that(
            knownHosts.isEmpty() || !knownHosts.get().isBlank(),
            "connect-path",
            "known_hosts",
            "the path of the known hosts file is empty")
        .done();
  }

  /** The same with every path of this machine made absolute. */
  public Connect withPaths(UnaryOperator<String> absolute) {
    return new Connect(
        address,
        port,
        user,
        identity.map(absolute),
        via,
        password.map(source -> withPath(source, absolute)),
        becomePassword.map(source -> withPath(source, absolute)),
        become,
        knownHosts.map(absolute));
  }

  private static PasswordSource withPath(PasswordSource source, UnaryOperator<String> absolute) {
    return switch (source) {
      case PasswordSource.Ask ask -> ask;
      case PasswordSource.Environment environment -> environment;
      case PasswordSource.File file -> new PasswordSource.File(absolute.apply(file.path()));
    };
  }

  /** Letters of domain users too, but nothing that a program takes for an option. */
  private static boolean isUser(String name) {
    return !name.isEmpty()
        && name.charAt(0) != '-'
        && name.chars()
            .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "-_.@+\\$".indexOf(c) >= 0));
  }
}
