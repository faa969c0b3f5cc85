package dev.plumbline.resources.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.host.engine.InMemoryEngine;
import dev.plumbline.resources.host.engine.SwarmDetails;
import dev.plumbline.resources.host.engine.SwarmNode;
import dev.plumbline.resources.host.engine.SwarmStanding;
import dev.plumbline.resources.host.files.InMemoryFiles;
import dev.plumbline.resources.host.reachability.InMemoryReachability;
import dev.plumbline.resources.host.units.InMemoryUnits;
import dev.plumbline.resources.host.units.UnitStatus.Active;
import dev.plumbline.resources.host.units.UnitStatus.Enablement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SwarmResourceTest {
  /** Those of the certificate among the fixtures, which a real swarm gave to a worker. */
  private static final String CLUSTER = "62nqgfzqpgtyi4erbalmaw24z";

  private static final String NODE = "n8fns8p7md9gsoque59if46w7";
  private static final String MANAGER = "192.168.56.10:2377";

  private final InMemoryEngine engine = new InMemoryEngine();
  private final InMemoryUnits units =
      new InMemoryUnits().unit("docker.service", Active.ACTIVE, Enablement.ENABLED);
  private final InMemoryFiles files = InMemoryFiles.freshlyInstalled();
  private final InMemoryReachability network = new InMemoryReachability();
  private final SwarmResource swarm = new SwarmResource(engine, units, files, network);

  private static String certificate() {
    try (InputStream in = SwarmResourceTest.class.getResourceAsStream("swarm-node.crt")) {
      return new String(
          Objects.requireNonNull(in).readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void isWorker() {
    files.file("/var/lib/docker/swarm/certificates/swarm-node.crt", certificate());
    engine.standing(new SwarmStanding.Working());
  }

  /** A worker whose manager is in the given swarm. */
  private static SwarmSpec worker(String cluster, String removed) {
    Peers peers =
        new Peers(
            "worker1",
            List.of("master"),
            Map.of(),
            Map.of(
                "master",
                new Peers.Standing(
                    cluster,
                    Optional.of(MANAGER),
                    Optional.of(Secret.of("token")),
                    removed.isEmpty() ? List.of() : List.of(removed),
                    Optional.empty())),
            Map.of());
    return Specs.of(SwarmResource.TYPE, "", "worker").with(peers);
  }

  private static SwarmNode node(String id, String name, int address, boolean down) {
    return new SwarmNode(
        id,
        name,
        "192.168.56." + address,
        id.equals("m") ? SwarmNode.Role.MANAGER : SwarmNode.Role.WORKER,
        SwarmNode.Availability.ACTIVE,
        down,
        Map.of("mine", "1"),
        id.equals("m") ? Optional.of(MANAGER) : Optional.empty());
  }

  /** The keeper of a swarm c in which worker1 is w1 by its own account. */
  private SwarmSpec keeper(Member worker) {
    engine.standing(
        new SwarmStanding.Managing("c", Secret.of("worker-token"), Secret.of("manager-token")));
    engine.details(
        new SwarmDetails(SwarmDetails.State.ACTIVE, "m", "192.168.56.10", "", List.of(MANAGER)));
    engine.node(node("m", "master", 10, false));
    Member self = new Member("master", Role.MANAGER, Optional.empty(), Map.of());
    Peers peers =
        new Peers(
            "master",
            List.of("master"),
            Map.of("master", self, "worker1", worker),
            Map.of(),
            Map.of("worker1", "c/w1"));
    return Specs.of(SwarmResource.TYPE, "", "manager").with(peers);
  }

  private static Member member(String label) {
    return new Member("worker1", Role.WORKER, Optional.empty(), Map.of("disk", label));
  }

  private List<Change> plan(SwarmSpec spec) throws Failure {
    return swarm.diff(spec, swarm.observe(spec));
  }

  private void apply(SwarmSpec spec) throws Failure {
    SwarmObservation observed = swarm.observe(spec);
    swarm.apply(spec, observed, swarm.diff(spec, observed), Progress.SILENT);
  }

  private Optional<Failure> refusal(SwarmSpec spec) throws Failure {
    SwarmObservation observed = swarm.observe(spec);
    return swarm.refuse(spec, observed, swarm.diff(spec, observed), Set.of());
  }

  @Test
  void joins() throws Failure {
    SwarmSpec spec = worker("c1", "");

    assertThat(plan(spec))
        .containsExactly(Change.of("role", "none", "worker"), Change.of("cluster", null, "c1"));
    apply(spec);
    assertThat(engine.changes()).containsExactly("join [" + MANAGER + "] with token");
  }

  @Test
  void aWorkerOfTheClusterAgreesWithoutMoreThanItsCertificate() throws Failure {
    isWorker();

    assertThat(plan(worker(CLUSTER, ""))).isEmpty();
    assertThat(swarm.exports(worker(CLUSTER, ""), swarm.observe(worker(CLUSTER, ""))))
        .containsExactly(Export.plain("node_id", CLUSTER + "/" + NODE));
  }

  @Test
  void anEngineThatDoesNotRunIsNotAskedAndKeepsItsPlace() throws Failure {
    isWorker();
    units.unit("docker.service", Active.INACTIVE, Enablement.ENABLED);
    engine.standing(new SwarmStanding.Outside());

    assertThat(plan(worker(CLUSTER, ""))).isEmpty();
  }

  @Test
  void leavesAForeignSwarmOnlyIfItMay() throws Failure {
    isWorker();
    SwarmSpec spec = worker("other", "");

    assertThat(plan(spec)).containsExactly(Change.of("cluster", CLUSTER, "other"));
    assertThat(refusal(spec))
        .hasValueSatisfying(failure -> {
          assertThat(failure).hasMessageContaining("which is not the cluster's (other)");
          assertThat(failure.remedy()).contains("leave_foreign: true");
        });
  }

  @Test
  void aSwarmThatTheManagerHasLeftIsNotForeign() throws Failure {
    isWorker();
    engine.details(
        new SwarmDetails(SwarmDetails.State.ACTIVE, NODE, "192.168.56.11", "", List.of(MANAGER)));
    SwarmSpec spec = worker("new", "");

    assertThat(refusal(spec)).isEmpty();
    apply(spec);
    assertThat(engine.changes())
        .containsExactly("leave by force", "join [" + MANAGER + "] with token");
  }

  @Test
  void aNodeThatWasRemovedLeavesAndJoinsAgain() throws Failure {
    isWorker();

    assertThat(plan(worker(CLUSTER, NODE)))
        .containsExactly(Change.of("state", "removed by a manager", "well"));
    assertThat(plan(worker(CLUSTER, "another"))).isEmpty();
  }

  @Test
  void leavesNothingBeforeAManagerIsReached() {
    isWorker();
    network.closed("192.168.56.10", 7946, "no answer within 5 s");

    assertThatThrownBy(() -> apply(worker(CLUSTER, NODE)))
        .hasMessageContaining("192.168.56.10:2377 answers, but TCP port 7946")
        .hasMessageContaining("no answer within 5 s");
    assertThat(engine.changes()).isEmpty();
  }

  @Test
  void theKeeperCorrectsLabelsAndForgetsFormerLines() throws Failure {
    SwarmSpec spec = keeper(member("ssd"));
    engine.node(node("w1", "worker1", 11, false));
    engine.node(node("w0", "worker1", 11, true));
    engine.node(node("x", "stranger", 99, true));

    assertThat(plan(spec))
        .containsExactly(
            Change.of("members.worker1.labels.disk", null, "ssd"),
            Change.of("members.worker1.former", "w0", "forgotten"));
    apply(spec);
    assertThat(engine.changes())
        .hasSize(2)
        .anyMatch(change -> change.startsWith("update w1 "))
        .contains("remove w0");
  }

  @Test
  void aMemberThatIsDownIsItsOwnMatter() throws Failure {
    SwarmSpec spec = keeper(new Member("worker1", Role.WORKER, Optional.empty(), Map.of()));
    engine.node(node("w1", "worker1", 11, true));

    assertThat(plan(spec)).isEmpty();
  }

  @Test
  void aMemberThatIsGoneFromTheListIsNamedAndTold() throws Failure {
    SwarmSpec spec = keeper(member("ssd"));

    assertThat(plan(spec)).containsExactly(Change.of("members.worker1", "removed", "in the swarm"));
    assertThat(swarm.exports(spec, swarm.observe(spec))).contains(Export.plain("removed", "w1"));
  }

  @Test
  void tokensArePublishedAsSecretsAndNotTold() throws Failure {
    SwarmSpec spec = keeper(member("ssd"));
    engine.node(node("w1", "worker1", 11, false));
    List<Export> exports = swarm.exports(spec, swarm.observe(spec));

    assertThat(exports)
        .contains(
            Export.secret("worker_token", "worker-token"),
            Export.secret("manager_token", "manager-token"),
            Export.plain("address", MANAGER));
    assertThat(exports.toString() + swarm.observe(spec) + plan(spec))
        .doesNotContain("worker-token", "manager-token");
  }

  @Test
  void lostQuorumAndLockedKeysAreFailuresWithTheCommandThatHelps() {
    files.file("/var/lib/docker/swarm/certificates/swarm-node.crt", certificate());
    engine.details(new SwarmDetails(SwarmDetails.State.LOCKED, "", "", "", List.of()));
    engine.standing(new SwarmStanding.Troubled("needs to be unlocked"));

    assertThatThrownBy(() -> swarm.observe(worker(CLUSTER, "")))
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.remedy()).contains("docker swarm unlock"));
  }

  @Test
  void aCertificateThatCannotBeReadIsAFailure() {
    files.file("/var/lib/docker/swarm/certificates/swarm-node.crt", "nonsense");

    assertThatThrownBy(() -> swarm.observe(worker(CLUSTER, "")))
        .hasMessageContaining("cannot read the swarm's certificate");
  }
}
