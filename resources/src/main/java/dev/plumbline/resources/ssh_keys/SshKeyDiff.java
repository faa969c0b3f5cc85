package dev.plumbline.resources.ssh_keys;

import dev.plumbline.resources.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What differs of a user's keys. */
final class SshKeyDiff {
  static final String DIRECTORY = "directory";
  static final String PRIVATE_KEY = "private_key";
  static final String PUBLIC_KEY = "public_key";
  static final String AUTHORIZED = "authorized_keys";
  static final String AUTHORIZED_FILE = "authorized_keys_file";
  static final String OTHERS = "other_authorized_keys";
  static final String KNOWN_HOSTS = "known_hosts";

  private final List<Change> changes = new ArrayList<>();

  private SshKeyDiff() {}

  static List<Change> of(SshKeySpec spec, SshKeyObservation observed) {
    SshKeyDiff diff = new SshKeyDiff();
    Optional<String> authorized =
        SshKeyLines.authorized(spec, observed.home().flatMap(SshKeyObservation.Home::authorized));
    if (observed.home().isPresent()) {
      diff.home(spec, observed.home().get(), authorized);
    } else {
      diff.newHome(spec, authorized);
    }
    diff.text(
        KNOWN_HOSTS, observed.knownHosts(), SshKeyLines.knownHosts(spec, observed.knownHosts()));
    return List.copyOf(diff.changes);
  }

  /** The user is still to be made. */
  private void newHome(SshKeySpec spec, Optional<String> authorized) {
    if (spec.keyPair()) {
      changes.add(new Change.KnownAfterApply(PUBLIC_KEY, null, "ssh-keygen"));
    }
    text(AUTHORIZED, Optional.empty(), authorized);
  }

  private void home(SshKeySpec spec, SshKeyObservation.Home home, Optional<String> authorized) {
    if (spec.keyPair() || authorized.isPresent()) {
      attributes(DIRECTORY, home.directory(), SshPaths.DIRECTORY_MODE, spec, home);
    }
    if (spec.keyPair()) {
      if (home.privateKey().isPresent()) {
        attributes(PRIVATE_KEY, home.privateKey(), SshPaths.FILE_MODE, spec, home);
      }
      if (home.privateKey().isEmpty() || home.publicKey().isEmpty()) {
        changes.add(
            new Change.KnownAfterApply(
                PUBLIC_KEY,
                home.publicKey().map(PublicKey::toString).orElse(null),
                home.privateKey().isEmpty() ? "ssh-keygen" : "the private key"));
      }
    }
    text(AUTHORIZED, home.authorized(), authorized);
    if (spec.exclusive() && home.others() > 0) {
      changes.add(Change.of(OTHERS, home.others(), 0));
    }
    if (authorized.isPresent() && home.authorizedFile().isPresent()) {
      attributes(AUTHORIZED_FILE, home.authorizedFile(), SshPaths.FILE_MODE, spec, home);
    }
  }

  private void attributes(
      String name, Optional<String> found, int mode, SshKeySpec spec, SshKeyObservation.Home home) {
    String wanted = SshPaths.attributes(mode, spec.user(), home.group());
    if (!found.equals(Optional.of(wanted))) {
      changes.add(Change.of(name, found.orElse(null), wanted));
    }
  }

  private void text(String name, Optional<String> from, Optional<String> to) {
    if (!from.equals(to)) {
      changes.add(new Change.Text(name, from.orElse(null), to.orElse(null)));
    }
  }
}
