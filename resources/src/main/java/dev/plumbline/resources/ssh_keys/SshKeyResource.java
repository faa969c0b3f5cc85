package dev.plumbline.resources.ssh_keys;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.Exporting;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Refusing;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.keypairs.KeyPairs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Observes and changes the SSH keys of one user. */
public final class SshKeyResource
    implements Resource<SshKeySpec, SshKeyObservation>,
        Exporting<SshKeySpec, SshKeyObservation>,
        Refusing<SshKeySpec, SshKeyObservation> {
  public static final ResourceType<SshKeySpec> TYPE =
      ResourceType.many(
          "ssh_keys",
          "ssh_key",
          SshKeySpec.class,
          ports ->
              new SshKeyResource(
                  ports.get(Files.class), ports.get(Accounts.class), ports.get(KeyPairs.class)));

  private final SshKeyReading reading;
  private final SshKeyWriting writing;

  public SshKeyResource(Files files, Accounts accounts, KeyPairs keyPairs) {
    this.reading = new SshKeyReading(files, accounts);
    this.writing = new SshKeyWriting(files, keyPairs);
  }

  @Override
  public SshKeyObservation observe(SshKeySpec spec) throws Failure {
    return reading.observe(spec);
  }

  @Override
  public List<Change> diff(SshKeySpec spec, SshKeyObservation observed) {
    return SshKeyDiff.of(spec, observed);
  }

  /** The user's key goes to those who trust it only once the private key is there too. */
  @Override
  public List<Export> exports(SshKeySpec spec, SshKeyObservation observed) {
    List<Export> exports = new ArrayList<>();
    observed
        .home()
        .filter(home -> spec.keyPair() && home.privateKey().isPresent())
        .flatMap(SshKeyObservation.Home::publicKey)
        .ifPresent(key -> exports.add(Export.plain(SshKeyPeers.PUBLIC_KEY, key.bare().toString())));
    if (!observed.hostKeys().isEmpty()) {
      exports.add(
          Export.plain(
              SshKeyPeers.HOST_KEYS,
              observed.hostKeys().stream()
                  .map(PublicKey::toString)
                  .collect(Collectors.joining("\n"))));
    }
    return exports;
  }

  @Override
  public Optional<Failure> refuse(
      SshKeySpec spec, SshKeyObservation observed, List<Change> changes, Set<ResourceId> awaits) {
    if (changes.stream().allMatch(change -> change.attribute().equals(SshKeyDiff.KNOWN_HOSTS))) {
      return Optional.empty();
    }
    if (observed.home().isEmpty()) {
      return awaits.isEmpty() ? Optional.of(SshKeyWriting.noUser(spec)) : Optional.empty();
    }
    SshKeyObservation.Home home = observed.home().get();
    if (!home.exists() && awaits.isEmpty()) {
      return Optional.of(
          new Failure(
              "the home " + home.path() + " of user " + spec.user() + " is not there",
              "Add the user to 'users', which makes it."));
    }
    return spec.keyPair() && home.privateKey().isEmpty() && home.publicKey().isPresent()
        ? Optional.of(
            new Failure(
                SshPaths.publicKey(home.path(), spec.type())
                    + " is there without its private key, which may be elsewhere",
                "Put the private key beside it, or remove it to get a new pair."))
        : Optional.empty();
  }

  @Override
  public void apply(
      SshKeySpec spec, SshKeyObservation observed, List<Change> changes, Progress progress)
      throws Failure {
    writing.apply(spec, observed, changes);
  }
}
