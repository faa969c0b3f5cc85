package dev.plumbline.resources.ssh_keys;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.block.BlockFile;
import dev.plumbline.resources.block.Line;
import dev.plumbline.resources.block.Parts;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.Files;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a user's keys on a node; never a private one. */
final class SshKeyReading {
  private final Files files;
  private final Accounts accounts;

  SshKeyReading(Files files, Accounts accounts) {
    this.files = files;
    this.accounts = accounts;
  }

  SshKeyObservation observe(SshKeySpec spec) throws Failure {
    Optional<Accounts.User> user =
        accounts.users().stream().filter(each -> each.name().equals(spec.user())).findFirst();
    return new SshKeyObservation(
        user.isPresent() ? Optional.of(home(spec, user.get())) : Optional.empty(),
        SshPaths.knownHosts(files, spec.user()).read().body(),
        hostKeys());
  }

  private SshKeyObservation.Home home(SshKeySpec spec, Accounts.User user) throws Failure {
    String group =
        accounts.groups().stream()
            .filter(each -> each.gid() == user.gid())
            .map(Accounts.Group::name)
            .findFirst()
            .orElse(Long.toString(user.gid()));
    Optional<FileStatus> home = files.status(Path.of(user.home()));
    Optional<FileStatus> directory =
        ofType(SshPaths.directory(user.home()), FileStatus.Type.DIRECTORY);
    Optional<FileStatus> privateKey =
        ofType(SshPaths.privateKey(user.home(), spec.type()), FileStatus.Type.FILE);
    BlockFile authorizedKeys = SshPaths.authorizedKeys(files, user.home());
    Parts authorized = authorizedKeys.read();
    return new SshKeyObservation.Home(
        user.home(),
        group,
        home.isPresent(),
        directory.map(SshPaths::attributes),
        privateKey.map(SshPaths::attributes),
        publicKey(SshPaths.publicKey(user.home(), spec.type())),
        authorized.body(),
        authorizedKeys.status().map(SshPaths::attributes),
        Math.toIntExact(
            Stream.concat(authorized.before().stream(), authorized.after().stream())
                .filter(SshKeyReading::isKey)
                .count()));
  }

  /** Root writes here: a link that the user made could lead anywhere. */
  private Optional<FileStatus> ofType(Path path, FileStatus.Type type) throws Failure {
    Optional<FileStatus> status = files.status(path);
    if (status.isPresent() && status.get().type() != type) {
      throw new Failure(
          path + " is not a " + (type == FileStatus.Type.FILE ? "file" : "directory"),
          "Remove it, or put what it stands for in its place.");
    }
    return status;
  }

  static boolean isKey(Line line) {
    return !line.text().isBlank() && !line.text().strip().startsWith("#");
  }

  private Optional<PublicKey> publicKey(Path path) throws Failure {
    if (ofType(path, FileStatus.Type.FILE).isEmpty()) {
      return Optional.empty();
    }
    String text =
        new String(
            files
                .read(path)
                .orElseThrow(
                    () -> new Failure(path + " went away while it was read", "Try again.")),
            StandardCharsets.UTF_8);
    try {
      return Optional.of(PublicKey.parse(text));
    } catch (IllegalArgumentException e) {
      throw new Failure(
          path + " does not hold a public key: " + e.getMessage(),
          "Remove it: it is made again from the private key.",
          e);
    }
  }

  private List<PublicKey> hostKeys() throws Failure {
    List<PublicKey> keys = new ArrayList<>();
    for (String name : files.list(SshPaths.HOST_KEYS)) {
      if (name.startsWith("ssh_host_") && name.endsWith("_key.pub")) {
        Optional<PublicKey> key = publicKey(SshPaths.HOST_KEYS.resolve(name));
        key.map(PublicKey::bare).ifPresent(keys::add);
      }
    }
    return List.copyOf(keys);
  }
}
