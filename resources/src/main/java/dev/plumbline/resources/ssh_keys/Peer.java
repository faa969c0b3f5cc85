package dev.plumbline.resources.ssh_keys;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Doc;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A machine from which the user may log in, and to which the user can. */
public record Peer(
    @Doc("The names and addresses by which the machine is reached.") List<String> names,
    @Doc("The key of the user on that machine. Comes from the node itself where it is left out.")
        Optional<PublicKey> publicKey,
    @Doc("The machine's own keys. Come from the node itself where they are left out.")
        List<PublicKey> hostKeys) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.:-]*");

  public Peer {
    Checks checks = new Checks();
    for (int i = 0; i < names.size(); i++) {
      checks.that(
          NAME.matcher(names.get(i)).matches(),
          "ssh-key-peer-name",
          "names." + i,
          "'" + names.get(i) + "' is not a name or address of a machine");
    }
    checks
        .that(!names.isEmpty(), "ssh-key-peer-nameless", "", "give 'names' of this machine")
        .done();
    names = List.copyOf(names);
    publicKey = publicKey.map(PublicKey::bare);
    hostKeys = hostKeys.stream().map(PublicKey::bare).toList();
  }

  boolean isWhole() {
    return publicKey.isPresent() && !hostKeys.isEmpty();
  }

  /** How known_hosts names the machine. */
  String knownAs() {
    return String.join(",", names);
  }
}
