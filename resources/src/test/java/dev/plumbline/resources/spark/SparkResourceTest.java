package dev.plumbline.resources.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Carried;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.contract.Convergence;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.contract.TestCluster;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.containers.ContainerPlan;
import dev.plumbline.resources.host.containers.ContainerStatus;
import dev.plumbline.resources.host.containers.InMemoryContainers;
import dev.plumbline.resources.host.contents.InMemoryContents;
import dev.plumbline.resources.host.files.InMemoryFiles;
import dev.plumbline.resources.host.units.InMemoryUnits;
import dev.plumbline.resources.host.units.UnitStatus.Active;
import dev.plumbline.resources.host.units.UnitStatus.Enablement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SparkResourceTest {
  private static final String REST = ", image: 'spark:4', network: sparknet, user: someone}";
  private static final Site MASTER = new Site("master", "master", Optional.empty());
  private final InMemoryContainers containers = new InMemoryContainers().archived("spark:4");
  private final InMemoryFiles files = InMemoryFiles.freshlyInstalled();
  private final InMemoryUnits units =
      new InMemoryUnits().unit("docker.service", Active.ACTIVE, Enablement.ENABLED);
  private final SparkResource spark =
      new SparkResource(
          containers, new InMemoryContents(), files, units, new OneUser(), new Random(7));
  private final Convergence<SparkSpec, SparkObservation> convergence = new Convergence<>(spark);

  private record OneUser() implements Accounts {
    @Override
    public List<User> users() {
      return List.of(new User("someone", 7777, 7778, "", "/home/someone", "/bin/sh"));
    }

    @Override
    public List<Group> groups() {
      return List.of();
    }
  }

  @BeforeEach
  void directories() {
    files.directory("/var/lib/plumbline");
  }

  private static SparkSpec spec(String yaml, Site site) {
    SparkSpec spec = Specs.of(SparkResource.TYPE, "", yaml);
    return new SparkSpec(
        spec.role(),
        spec.image(),
        Optional.empty(),
        spec.network(),
        spec.user(),
        spec.cores(),
        spec.memory(),
        spec.page(),
        spec.role() == Role.NONE ? Optional.empty() : Optional.of(new Carried("ab".repeat(32), 7)),
        Optional.of(site));
  }

  private static SparkSpec both() {
    return spec("{role: both" + REST, MASTER);
  }

  private String settings() throws Failure {
    return new String(files.read(Paths.SETTINGS).orElseThrow(), StandardCharsets.UTF_8);
  }

  @Test
  void bringsTheImageMakesTheSecretAndStartsBothParts() throws Failure {
    assertThat(convergence.plan(both()))
        .contains(Change.of("image", null, "spark:4"), new Change.Hidden("secret"))
        .contains(Change.of("master", null, "running"), Change.of("worker", null, "running"));

    assertThat(convergence.apply(both())).isEmpty();

    assertThat(containers.changes())
        .containsExactly("load", "run plumbline-spark-master", "run plumbline-spark-worker");
    assertThat(settings()).contains("spark.authenticate true", "spark.master.rest.enabled false");
    assertThat(files.status(Paths.SETTINGS).orElseThrow().mode()).isEqualTo(0440);
    ContainerPlan worker = containers.find(Parts.WORKER).orElseThrow().made();
    assertThat(worker.user()).isEqualTo("7777:7778");
    assertThat(containers.find(Parts.MASTER).orElseThrow().made().hostname())
        .isEqualTo("spark-master");
    assertThat(worker.command()).endsWith("spark://spark-master:7077").contains("spark-on-master");
  }

  @Test
  void theSecretIsInNoContainerNoPlanAndNoObservation() throws Failure {
    convergence.apply(both());
    SparkObservation observed = spark.observe(both());
    Export export = spark.exports(both(), observed).getFirst();

    assertThat(export.secret()).isTrue();
    assertThat(settings()).contains(export.value());
    assertThat(observed.toString()).doesNotContain(export.value());
    assertThat(containers.find(Parts.MASTER).toString()).doesNotContain(export.value());
  }

  @Test
  void aWorkerLoadsItsImageAndWaitsForTheSecretWithTheRest() throws Failure {
    SparkSpec waiting = spec("{role: worker" + REST, new Site("w", "master", Optional.empty()));
    assertThat(waiting.needs()).hasSize(1);

    assertThat(convergence.apply(waiting)).isEmpty();
    assertThat(containers.changes()).containsExactly("load");

    SparkSpec linked = waiting.link(_ -> Optional.of(Export.secret("secret", "0".repeat(64))));
    assertThat(linked.needs()).isEmpty();
    assertThat(convergence.apply(linked)).isEmpty();
    assertThat(containers.changes()).containsExactly("load", "run plumbline-spark-worker");
    assertThat(settings()).contains("spark.authenticate.secret " + "0".repeat(64));
    assertThat(spark.exports(linked, spark.observe(linked))).isEmpty();
  }

  @Test
  void anotherSecretMakesTheContainersAnew() throws Failure {
    Site before = new Site("w", "master", Optional.of(Secret.of("0".repeat(64))));
    convergence.apply(spec("{role: worker" + REST, before));

    SparkSpec after =
        spec("{role: worker" + REST, before.with(Optional.of(Secret.of("1".repeat(64)))));
    assertThat(convergence.plan(after)).containsExactly(new Change.Hidden("secret"));
    assertThat(convergence.apply(after)).isEmpty();
    assertThat(containers.changes())
        .endsWith("remove plumbline-spark-worker", "run plumbline-spark-worker");
  }

  @Test
  void aStoppedContainerIsStartedAndARemovedOneIsMade() throws Failure {
    convergence.apply(both());
    containers.tamper(
        Parts.WORKER,
        there -> new ContainerStatus(there.made(), there.imageId(), false, "exited", 143, true));
    containers.remove(Parts.MASTER);

    assertThat(convergence.plan(both()))
        .containsExactly(
            Change.of("master", null, "running"), Change.of("worker", "exited", "running"));
    assertThat(convergence.apply(both())).isEmpty();
    assertThat(containers.changes())
        .endsWith("run plumbline-spark-master", "start plumbline-spark-worker");
  }

  @Test
  void otherSettingsOfAContainerAreDriftAndOfTheImageAreNot() throws Failure {
    convergence.apply(both());
    containers.tamper(
        Parts.WORKER,
        there -> {
          ContainerPlan made = there.made();
          return new ContainerStatus(
              new ContainerPlan(
                  made.name(),
                  made.image(),
                  "0:0",
                  made.hostname(),
                  made.command(),
                  Map.of("SPARK_HOME", "/elsewhere", "OF_THE_IMAGE", "1"),
                  made.mounts(),
                  made.network(),
                  made.published(),
                  made.labels()),
              there.imageId(),
              true,
              "running",
              0,
              false);
        });

    assertThat(convergence.plan(both()))
        .extracting(Change::attribute)
        .containsExactly(
            "worker.user",
            "worker.restart",
            "worker.environment.JAVA_HOME",
            "worker.environment.SPARK_HOME",
            "worker.environment.SPARK_LOCAL_DIRS",
            "worker.environment.SPARK_SCALA_VERSION");
    assertThat(convergence.apply(both())).isEmpty();
  }

  @Test
  void aNewArchiveIsLoadedAndTheContainersFollow() throws Failure {
    convergence.apply(both());
    SparkSpec later =
        new SparkSpec(
            Role.BOTH,
            both().image(),
            Optional.empty(),
            both().network(),
            both().user(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Carried("cd".repeat(32), 9)),
            Optional.of(MASTER));

    assertThat(convergence.plan(later))
        .containsExactly(Change.of("image", "another spark:4", "spark:4"));
    assertThat(convergence.apply(later)).isEmpty();
    assertThat(containers.changes())
        .containsSubsequence("load", "remove plumbline-spark-master", "run plumbline-spark-master");
  }

  @Test
  void whatLeavesTheInventoryGoes() throws Failure {
    convergence.apply(both());
    SparkSpec gone = both().withdrawn().orElseThrow();

    assertThat(convergence.plan(gone)).hasSize(3);
    assertThat(convergence.apply(gone)).isEmpty();
    assertThat(files.status(Paths.CONF)).isEmpty();
    assertThat(containers.find(Parts.MASTER)).isEmpty();
  }

  @Test
  void withoutAnEngineOrAUserItIsRefusedUnlessTheyCome() throws Failure {
    units.unit("docker.service", Active.INACTIVE, Enablement.ENABLED);
    SparkObservation observed = spark.observe(both());
    List<Change> changes = spark.diff(both(), observed);

    assertThat(changes)
        .containsExactly(new Change.KnownAfterApply("role", null, "the Docker engine runs"));
    assertThat(spark.refuse(both(), observed, changes, Set.of())).isPresent();
    assertThat(
            spark.refuse(
                both(),
                observed,
                changes,
                Set.of(dev.plumbline.resources.ResourceId.only("docker"))))
        .isEmpty();
  }

  @Test
  void allNodesKnowWhoLeads() {
    SparkSpec alone =
        Specs.of(SparkResource.TYPE, "", "{role: worker" + REST)
            .expand(TestCluster.of("worker1"), new dev.plumbline.resources.Checks());

    assertThat(alone.known().self()).isEqualTo("worker1");
    assertThat(alone.known().master()).isEmpty();
    assertThat(alone.needs()).isEmpty();
  }
}
