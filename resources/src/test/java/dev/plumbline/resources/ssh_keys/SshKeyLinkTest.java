package dev.plumbline.resources.ssh_keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exports;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.contract.TestCluster;
import dev.plumbline.resources.host.keypairs.InMemoryKeyPairs;
import dev.plumbline.resources.hostname.HostnameSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SshKeyLinkTest {
  private static final String KEY = InMemoryKeyPairs.PUBLIC_KEY;
  private static final SshKeySpec OF_ALL =
      Specs.of(SshKeyResource.TYPE, "mpihpc", "{trust: [master, worker1]}");

  private final Checks checks = new Checks();
  private final Map<ExportKey, Export> published = new HashMap<>();
  private final Exports exports = key -> Optional.ofNullable(published.get(key));

  private static SshKeySpec expanded(Checks checks) {
    Map<Class<?>, Map<String, Spec>> same = Map.of(SshKeySpec.class, Map.of("mpihpc", OF_ALL));
    return OF_ALL.expand(
        new TestCluster(
            "master",
            Map.of(
                "master",
                same,
                "worker1",
                Map.of(
                    SshKeySpec.class,
                    Map.of("mpihpc", OF_ALL),
                    HostnameSpec.class,
                    Map.of("", new HostnameSpec("Node-A.example.com"))))),
        checks);
  }

  private static ExportKey key(String node, String attribute) {
    return new ExportKey(node, OF_ALL.id(), attribute);
  }

  private void publish(String node, String attribute, String value) {
    published.put(key(node, attribute), Export.plain(attribute, value));
  }

  @Test
  void needsTheKeysOfEveryNodeIncludingItself() {
    SshKeySpec spec = expanded(checks);

    assertThat(checks.violations()).isEmpty();
    assertThat(spec.needs())
        .containsExactlyInAnyOrder(
            key("master", "public_key"),
            key("master", "host_keys"),
            key("worker1", "public_key"),
            key("worker1", "host_keys"));
    assertThat(spec.appliesInPart()).isTrue();
    assertThat(spec.peers().get("worker1"))
        .extracting(Peer::names)
        .isEqualTo(List.of("node-a.example.com", "node-a", "worker1", "192.168.56.11"));
  }

  @Test
  void takesWhatIsPublishedAndStillNeedsTheRest() {
    publish("master", "public_key", KEY + " somebody");
    publish("master", "host_keys", KEY + "\n" + KEY);

    SshKeySpec linked = expanded(checks).link(exports);

    assertThat(linked.needs())
        .containsExactlyInAnyOrder(key("worker1", "public_key"), key("worker1", "host_keys"));
    assertThat(linked.peers().get("master"))
        .isEqualTo(
            new Peer(
                List.of("master", "192.168.56.10"),
                Optional.of(PublicKey.parse(KEY)),
                List.of(PublicKey.parse(KEY), PublicKey.parse(KEY))));
    assertThat(linked.link(exports)).isEqualTo(linked);
  }

  @Test
  void takesNothingFromNodeThatPublishesMoreThanKeys() {
    publish("master", "public_key", "command=\"x\" " + KEY + "\nmore");
    publish("master", "host_keys", KEY + "\n* " + "x");

    assertThat(master()).returns(false, Peer::isWhole);
  }

  @Test
  void takesNoOptionsFromAnotherNode() {
    publish("master", "public_key", "environment=\"LD_PRELOAD=x\" " + KEY);

    assertThat(master()).returns(Optional.of(PublicKey.parse(KEY)), Peer::publicKey);
  }

  private Peer master() {
    return Optional.ofNullable(expanded(checks).link(exports).peers().get("master")).orElseThrow();
  }
}
