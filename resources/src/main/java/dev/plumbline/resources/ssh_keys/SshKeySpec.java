package dev.plumbline.resources.ssh_keys;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.Default;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Expandable;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exports;
import dev.plumbline.resources.Linked;
import dev.plumbline.resources.Name;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Sourced;
import dev.plumbline.resources.Withdrawable;
import dev.plumbline.resources.account.Account;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may log in as a user without password, and to where the user can. */
@Doc("A user's SSH key pair, whose keys may log in, and the host keys of other nodes.")
public record SshKeySpec(
    @Name @Doc("The user's name.") String user,
    @Default("true")
        @Doc("Whether the user has a key pair: made without passphrase where there is none.")
        boolean keyPair,
    @Default("ed25519") @Doc("The kind of the key pair: ed25519 or rsa (4096 bits).") KeyType type,
    @Doc(
            "From which nodes the same user may log in, and whose host keys this node knows: all, groups, nodes.")
        List<String> trust,
    @Doc("Public keys that may log in too, each as in authorized_keys.") List<PublicKey> authorized,
    @Doc(
            "Local files with such keys, relative to the inventory, for example ~/.ssh/id_ed25519.pub.")
        List<String> authorizedFiles,
    @Default("false") @Doc("Whether all other keys are taken out of authorized_keys.")
        boolean exclusive,
    @Doc("Further machines to trust, by a name of your choice; 'trust' adds its nodes here.")
        Map<String, Peer> peers)
    implements Sourced<SshKeySpec>,
        Expandable<SshKeySpec>,
        Linked<SshKeySpec>,
        Withdrawable<SshKeySpec> {

  public SshKeySpec {
    new Checks()
        .that(Account.isName(user), "ssh-key-user", "", "'" + user + "' is not a name of a user")
        .that(
            !exclusive
                || !trust.isEmpty()
                || !authorized.isEmpty()
                || !authorizedFiles.isEmpty()
                || !peers.isEmpty(),
            "ssh-key-nobody",
            "exclusive",
            "nobody could log in any more: give 'trust' or 'authorized'")
        .done();
    trust = List.copyOf(trust);
    authorized = List.copyOf(authorized);
    authorizedFiles = List.copyOf(authorizedFiles);
    peers = Collections.unmodifiableMap(new LinkedHashMap<>(peers));
  }

  /** The id under which nodes publish the keys of this user. */
  ResourceId id() {
    return new ResourceId("ssh_key", user);
  }

  @Override
  public Set<ResourceId> requires(Set<ResourceId> catalog) {
    return Set.of(
        new ResourceId("user", user),
        new ResourceId("package", "openssh-client"),
        new ResourceId("package", "openssh-server"),
        new ResourceId("package", "ssh"));
  }

  @Override
  public Map<String, String> sources() {
    return SshKeySources.of(this);
  }

  @Override
  public SshKeySpec inline(Map<String, byte[]> contents, Checks checks) {
    return SshKeySources.inline(this, contents, checks);
  }

  @Override
  public SshKeySpec expand(Cluster cluster, Checks checks) {
    return SshKeyPeers.expand(this, cluster, checks);
  }

  @Override
  public Set<ExportKey> needs() {
    return SshKeyPeers.needs(this);
  }

  /** Each node can only publish its key once it has made it. */
  @Override
  public boolean appliesInPart() {
    return true;
  }

  @Override
  public SshKeySpec link(Exports exports) {
    return SshKeyPeers.link(this, exports);
  }

  @Override
  public Optional<SshKeySpec> withdrawn() {
    return Optional.of(
        new SshKeySpec(user, false, type, List.of(), List.of(), List.of(), false, Map.of()));
  }

  SshKeySpec withAuthorized(List<PublicKey> keys) {
    return new SshKeySpec(user, keyPair, type, trust, keys, List.of(), exclusive, peers);
  }

  SshKeySpec withPeers(Map<String, Peer> all) {
    return new SshKeySpec(
        user, keyPair, type, List.of(), authorized, authorizedFiles, exclusive, all);
  }
}
