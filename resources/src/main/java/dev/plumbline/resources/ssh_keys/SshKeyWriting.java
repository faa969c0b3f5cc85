package dev.plumbline.resources.ssh_keys;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.block.BlockFile;
import dev.plumbline.resources.block.Line;
import dev.plumbline.resources.block.Parts;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.keypairs.KeyPairs;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a user's keys what the spec says. */
final class SshKeyWriting {
  private static final int PUBLIC_MODE = 0644;
  private final Files files;
  private final KeyPairs keyPairs;

  SshKeyWriting(Files files, KeyPairs keyPairs) {
    this.files = files;
    this.keyPairs = keyPairs;
  }

  void apply(SshKeySpec spec, SshKeyObservation observed, List<Change> changes) throws Failure {
    Set<String> attributes =
        changes.stream().map(Change::attribute).collect(Collectors.toUnmodifiableSet());
    if (observed.home().isPresent()) {
      home(spec, observed.home().get(), attributes);
    } else if (spec.keyPair() || attributes.contains(SshKeyDiff.AUTHORIZED)) {
      throw noUser(spec);
    }
    if (attributes.contains(SshKeyDiff.KNOWN_HOSTS)) {
      BlockFile file = SshPaths.knownHosts(files, spec.user());
      Parts parts = file.read();
      put(
          file,
          SshPaths.KNOWN_HOSTS,
          parts,
          SshKeyLines.knownHosts(spec, parts.body()),
          PUBLIC_MODE,
          "root",
          "root");
    }
  }

  static Failure noUser(SshKeySpec spec) {
    return new Failure(
        "there is no user " + spec.user() + " on this node",
        "Add the user to 'users', or take the entry out of 'ssh_keys'.");
  }

  private void home(SshKeySpec spec, SshKeyObservation.Home home, Set<String> attributes)
      throws Failure {
    Path directory = SshPaths.directory(home.path());
    if (attributes.contains(SshKeyDiff.DIRECTORY)) {
      if (home.directory().isEmpty()) {
        files.makeDirectory(directory, SshPaths.DIRECTORY_MODE, spec.user(), home.group());
      } else {
        own(directory, SshPaths.DIRECTORY_MODE, spec, home);
      }
    }
    Path privateKey = SshPaths.privateKey(home.path(), spec.type());
    if (attributes.contains(SshKeyDiff.PRIVATE_KEY)) {
      own(privateKey, SshPaths.FILE_MODE, spec, home);
    }
    if (attributes.contains(SshKeyDiff.PUBLIC_KEY)) {
      if (home.privateKey().isPresent()) {
        keyPairs.restorePublicKey(spec.user(), privateKey);
      } else {
        keyPairs.make(spec.user(), spec.type().word(), privateKey);
      }
    }
    if (attributes.contains(SshKeyDiff.AUTHORIZED) || attributes.contains(SshKeyDiff.OTHERS)) {
      authorized(spec, home, directory.resolve("authorized_keys"));
    }
    if (attributes.contains(SshKeyDiff.AUTHORIZED_FILE)) {
      own(directory.resolve("authorized_keys"), SshPaths.FILE_MODE, spec, home);
    }
  }

  private void own(Path path, int mode, SshKeySpec spec, SshKeyObservation.Home home)
      throws Failure {
    files.setOwner(path, spec.user(), home.group());
    files.setMode(path, mode);
  }

  private void authorized(SshKeySpec spec, SshKeyObservation.Home home, Path path) throws Failure {
    BlockFile file = SshPaths.authorizedKeys(files, home.path());
    Parts parts = file.read();
    if (spec.exclusive()) {
      parts = parts.with(withoutKeys(parts.before()), withoutKeys(parts.after()));
    }
    put(
        file,
        path,
        parts,
        SshKeyLines.authorized(spec, parts.body()),
        SshPaths.FILE_MODE,
        spec.user(),
        home.group());
  }

  private static List<Line> withoutKeys(List<Line> lines) {
    return lines.stream().filter(line -> !SshKeyReading.isKey(line)).toList();
  }

  /** A file in which nothing is left says the same as none, and goes. */
  private void put(
      BlockFile file,
      Path path,
      Parts parts,
      Optional<String> body,
      int mode,
      String owner,
      String group)
      throws Failure {
    byte[] content = body.map(parts::with).orElseGet(parts::withoutBlock);
    if (content.length == 0) {
      files.remove(path);
    } else {
      file.write(content, mode, owner, group);
    }
  }
}
