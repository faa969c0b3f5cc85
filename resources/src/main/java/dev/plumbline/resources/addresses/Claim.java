package dev.plumbline.resources.addresses;

import dev.plumbline.resources.value.Value;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * That another netplan file configures an interface.
 *
 * @param section where in the file, as {@code ethernets}
 * @param id the key below it
 * @param alone whether the stanza is about this interface and no other, and makes nothing more of
 *     it than an interface, so that it can be taken out
 */
record Claim(Path file, String section, String id, boolean alone) {
  private static final String ETHERNETS = "ethernets";

  /**
   * Whether a stanza is about an interface: by its key, by what it matches, by the name that it
   * gives, or as a member of a bond or a bridge.
   */
  static Optional<Claim> of(NetplanFile.Stanza stanza, String nic, String mac) {
    Value.Mapping content = stanza.content();
    Optional<Value.Mapping> match =
        content
            .get("match")
            .flatMap(
                value -> value instanceof Value.Mapping map ? Optional.of(map) : Optional.empty());
    boolean isMember =
        content.get("interfaces").orElse(null) instanceof Value.Sequence members
            && members.items().stream().anyMatch(item -> text(Optional.of(item)).equals(nic));
    if (isMember) {
      return Optional.of(claim(stanza, false));
    }
    if (match.isEmpty()) {
      return stanza.id().equals(nic) ? Optional.of(claim(stanza, true)) : Optional.empty();
    }
    if (text(content.get("set-name")).equals(nic)) {
      return Optional.of(claim(stanza, true));
    }
    String name = text(match.get().get("name"));
    String address = text(match.get().get("macaddress")).toLowerCase(Locale.ROOT);
    boolean fits =
        (name.isEmpty() || fits(name, nic))
            && (address.isEmpty() || address.equals(mac.toLowerCase(Locale.ROOT)))
            && !(name.isEmpty() && address.isEmpty() && text(match.get().get("driver")).isEmpty());
    boolean alone = !address.isEmpty() || name.equals(nic);
    return fits ? Optional.of(claim(stanza, alone)) : Optional.empty();
  }

  private static Claim claim(NetplanFile.Stanza stanza, boolean alone) {
    boolean plain = stanza.section().equals(ETHERNETS);
    return new Claim(stanza.file(), stanza.section(), stanza.id(), plain && alone);
  }

  private static boolean fits(String pattern, String nic) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(nic));
  }

  private static String text(Optional<Value> value) {
    return value.orElse(null) instanceof Value.Scalar scalar ? scalar.text() : "";
  }

  /** As a message names it: {@code ethernets.eth0}. */
  String stanza() {
    return section + "." + id;
  }
}
