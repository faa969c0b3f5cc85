package dev.plumbline.resources.ssh_keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.contract.Convergence;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.host.accounts.InMemoryAccounts;
import dev.plumbline.resources.host.files.InMemoryFiles;
import dev.plumbline.resources.host.keypairs.InMemoryKeyPairs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SshKeyResourceTest {
  private static final String KEY = InMemoryKeyPairs.PUBLIC_KEY;
  private static final String HOME = "/home/ubuntu/.ssh";
  private static final SshKeySpec PAIR = spec("{}");
  private static final SshKeySpec TRUSTING =
      spec(
          """
          peers:
            worker1: {names: [worker1, 10.0.0.1], public_key: KEY, host_keys: [KEY]}
            worker2: {names: [worker2, 10.0.0.2]}
          """
              .replace("KEY", "\"" + KEY + "\""));

  private final InMemoryFiles files =
      InMemoryFiles.freshlyInstalled()
          .file("/etc/ssh/ssh_host_ed25519_key.pub", KEY + " root@ubuntu\n");
  private final InMemoryKeyPairs keyPairs = new InMemoryKeyPairs(files);
  private final SshKeyResource resource =
      new SshKeyResource(files, InMemoryAccounts.freshlyInstalled(files), keyPairs);
  private final Convergence<SshKeySpec, SshKeyObservation> keys = new Convergence<>(resource);

  private static SshKeySpec spec(String yaml) {
    return Specs.of(SshKeyResource.TYPE, "ubuntu", yaml);
  }

  private String mode(String path) {
    return SshPaths.attributes(files.status(Path.of(path)).orElseThrow());
  }

  private List<Export> exports(SshKeySpec spec) throws Failure {
    return resource.exports(spec, resource.observe(spec));
  }

  @Test
  void makesPairAndPublishesItsPublicHalf() throws Failure {
    assertThat(exports(PAIR)).containsExactly(Export.plain("host_keys", KEY));
    assertThat(keys.plan(PAIR))
        .containsExactly(
            Change.of("directory", null, "0700 ubuntu ubuntu"),
            new Change.KnownAfterApply("public_key", null, "ssh-keygen"));
    assertThat(keys.apply(PAIR)).isEmpty();

    assertThat(mode(HOME)).isEqualTo("0700 ubuntu ubuntu");
    assertThat(keyPairs.changes()).containsExactly("make ed25519 " + HOME + "/id_ed25519");
    assertThat(exports(PAIR))
        .containsExactly(Export.plain("public_key", KEY), Export.plain("host_keys", KEY));
  }

  @Test
  void neverReadsOrReplacesPrivateKey() throws Failure {
    keys.apply(PAIR);
    files.setMode(Path.of(HOME + "/id_ed25519"), 0644);
    files.remove(Path.of(HOME + "/id_ed25519.pub"));

    assertThat(keys.apply(PAIR)).isEmpty();

    assertThat(files.text(HOME + "/id_ed25519")).isEqualTo(InMemoryKeyPairs.PRIVATE_KEY);
    assertThat(mode(HOME + "/id_ed25519")).isEqualTo("0600 ubuntu ubuntu");
    assertThat(keyPairs.changes()).last().isEqualTo("restorePublicKey " + HOME + "/id_ed25519");
    assertThat(resource.observe(PAIR).toString()).doesNotContain(InMemoryKeyPairs.PRIVATE_KEY);
  }

  @Test
  void refusesPublicKeyThatHasLostItsPrivateKey() throws Failure {
    keys.apply(PAIR);
    files.remove(Path.of(HOME + "/id_ed25519"));

    assertThat(refusal(PAIR))
        .hasValueSatisfying(why -> assertThat(why).contains("without its private key"));
    assertThat(exports(PAIR)).extracting(Export::attribute).containsExactly("host_keys");
  }

  private Optional<String> refusal(SshKeySpec spec) throws Failure {
    SshKeyObservation observed = resource.observe(spec);
    return resource
        .refuse(spec, observed, resource.diff(spec, observed), Set.of())
        .map(Failure::getMessage);
  }

  @Test
  void letsPeersInAsFarAsTheirKeysAreKnown() throws Failure {
    assertThat(keys.apply(TRUSTING)).isEmpty();

    assertThat(files.text(HOME + "/authorized_keys"))
        .isEqualTo(
            "# BEGIN plumbline ssh_keys\n" + KEY + " ubuntu@worker1\n# END plumbline ssh_keys\n");
    assertThat(mode(HOME + "/authorized_keys")).isEqualTo("0600 ubuntu ubuntu");
    assertThat(files.text("/etc/ssh/ssh_known_hosts"))
        .isEqualTo(
            "# BEGIN plumbline ssh_keys of ubuntu\nworker1,10.0.0.1 "
                + KEY
                + "\n# END plumbline ssh_keys of ubuntu\n");
  }

  @Test
  void keepsWhatPeerPublishedBefore() throws Failure {
    keys.apply(TRUSTING);
    SshKeySpec unlinked =
        spec("{peers: {worker1: {names: [worker1, 10.0.0.1]}, worker2: {names: [worker2]}}}");

    assertThat(keys.plan(unlinked)).isEmpty();
  }

  @Test
  void leavesOtherKeysUnlessItIsExclusive() throws Failure {
    files.directory(HOME);
    files.file(HOME + "/authorized_keys", "# mine\nssh-rsa AAAA me\n");
    SshKeySpec open = spec("{key_pair: false, authorized: [\"" + KEY + " me\"]}");
    SshKeySpec exclusive =
        spec("{key_pair: false, exclusive: true, authorized: [\"" + KEY + " me\"]}");

    assertThat(keys.apply(open)).isEmpty();
    assertThat(files.text(HOME + "/authorized_keys")).startsWith("# mine\nssh-rsa AAAA me\n");

    assertThat(keys.plan(exclusive)).containsExactly(Change.of("other_authorized_keys", 1, 0));
    assertThat(keys.apply(exclusive)).isEmpty();
    assertThat(files.text(HOME + "/authorized_keys"))
        .startsWith("# mine\n# BEGIN")
        .doesNotContain("AAAA me\n# BEGIN");
  }

  @Test
  void takesItsLinesBackAndLeavesThePair() throws Failure {
    keys.apply(TRUSTING);

    assertThat(keys.apply(TRUSTING.withdrawn().orElseThrow())).isEmpty();

    assertThat(files.list(Path.of(HOME))).containsExactly("id_ed25519", "id_ed25519.pub");
    assertThat(files.list(Path.of("/etc/ssh"))).containsExactly("ssh_host_ed25519_key.pub");
  }

  @Test
  void refusesLinksOfTheUser() {
    files.symlink(HOME);

    assertThatThrownBy(() -> keys.plan(PAIR)).hasMessage(HOME + " is not a directory");
  }

  @Test
  void waitsForTheUserThatAnEarlierStepMakes() throws Failure {
    SshKeySpec spec = Specs.of(SshKeyResource.TYPE, "ann", "{}");
    SshKeyObservation observed = resource.observe(spec);
    List<Change> changes = resource.diff(spec, observed);

    assertThat(changes)
        .containsExactly(new Change.KnownAfterApply("public_key", null, "ssh-keygen"));
    assertThat(resource.refuse(spec, observed, changes, Set.of(new ResourceId("user", "ann"))))
        .isEmpty();
    assertThat(resource.refuse(spec, observed, changes, Set.of()).orElseThrow())
        .hasMessage("there is no user ann on this node");
  }

  @Test
  void findsModesThatSshWouldNotAccept() throws Failure {
    keys.apply(TRUSTING);
    files.setMode(Path.of(HOME), 0777);
    files.file(
        HOME + "/authorized_keys",
        files.text(HOME + "/authorized_keys").getBytes(StandardCharsets.UTF_8),
        0666,
        "root",
        "root");

    assertThat(keys.plan(TRUSTING))
        .containsExactly(
            Change.of("directory", "0777 ubuntu ubuntu", "0700 ubuntu ubuntu"),
            Change.of("authorized_keys_file", "0666 root root", "0600 ubuntu ubuntu"));
    assertThat(keys.apply(TRUSTING)).isEmpty();
  }
}
