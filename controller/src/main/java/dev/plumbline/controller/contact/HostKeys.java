package dev.plumbline.controller.contact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Learns the keys of hosts that are not known yet. */
final class HostKeys {
  private static final Duration SOON = Duration.ofSeconds(20);

  private HostKeys() {}

  /**
   * A host key as the host shows it; nobody has vouched for it.
   *
   * @param lines in the format of known_hosts
   */
  record Shown(String fingerprint, String lines) {}

  /** Asks the host for its key, by the way that ssh itself takes, jump hosts and all. */
  static Optional<Shown> ask(Target target, Path directory)
      throws IOException, InterruptedException {
    Path file = directory.resolve("known_hosts");
    Files.deleteIfExists(file);
    run(new SshOptions(target).learnHostKey(file));
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Finished listed = run(List.of("ssh-keygen", "-l", "-f", file.toString()));
    return listed
        .out()
        .lines()
        .findFirst()
        .map(HostKeys::fingerprint)
        .map(fingerprint -> new Shown(fingerprint, readable(file)));
  }

  /** {@code 256 SHA256:abc host (ED25519)} → {@code SHA256:abc (ED25519)}. */
  private static String fingerprint(String line) {
    String[] words = line.strip().split(" +");
    return words.length < 3 ? line : words[1] + " " + words[words.length - 1];
  }

  private static String readable(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Adds an accepted key to the file where ssh looks for it. */
  static void remember(Target target, Shown shown) throws IOException, InterruptedException {
    Path file = file(target);
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null && !Files.exists(parent)) {
      Files.createDirectories(
          parent,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    boolean fresh = !Files.exists(file);
    Files.writeString(file, shown.lines(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (fresh) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static Path file(Target target) throws IOException, InterruptedException {
    Optional<String> configured = target.connect().knownHosts();
    if (configured.isPresent()) {
      return Path.of(configured.get());
    }
    String home = System.getProperty("user.home");
    return run(new SshOptions(target).resolved())
        .out()
        .lines()
        .filter(line -> line.startsWith("userknownhostsfile "))
        .map(line -> line.split(" ")[1].replaceFirst("^~", home))
        .map(Path::of)
        .findFirst()
        .orElse(Path.of(home, ".ssh", "known_hosts"));
  }

  private static Finished run(List<String> command) throws IOException, InterruptedException {
    return LocalCommand.run(command, Map.of(), Feed.NOTHING, SOON);
  }
}
