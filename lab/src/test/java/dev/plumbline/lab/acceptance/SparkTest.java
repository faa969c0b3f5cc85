package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.lab.real.LabTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spark as a part of what nodes are, and a job on it: gene expression, real where {@code
 * PLUMBLINE_DATA} has it, else generated. The tests build on each other.
 */
@LabTest
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SparkTest {
  private static final String WITHOUT =
      """
      cluster: spark
      nodes:
        master:  {address: 192.168.56.10}
        worker1: {address: 192.168.56.11}
        worker2: {address: 192.168.56.12}
      jobs: {user: mpihpc, network: 192.168.56.0/24}
      groups:
        all:
          connect: {user: ubuntu, password: ask, become_password: ask}
          state:
            hostname: ${node.name}
            addresses: {enp0s8: {addresses: ["${node.address}/24"]}}
            packages: [docker.io]
            users: {mpihpc: {uid: 7777, shell: /bin/bash}}
            docker: {}
        managers:
          nodes: [master]
          state:
            swarm: {role: manager, advertise: "${node.address}"}
            overlay_networks: {sparknet: {attachable: true}}
        workers:
          nodes: [worker1, worker2]
          state: {swarm: {role: worker, advertise: "${node.address}"}}
      """;
  private static final String SPARK =
      "spark: {role: worker, image: \"plumbline/spark:4.1.0\", archive: spark.tar,"
          + " network: sparknet, user: mpihpc, cores: 1, memory: 700MiB}\n";
  private static final String WITH =
      WITHOUT
          .replace("      docker: {}\n", "      docker: {}\n      " + SPARK)
          .replace("{attachable: true}}\n", "{attachable: true}}\n      spark: {role: both}\n");

  private RealCluster cluster;
  private Path directory;

  @BeforeAll
  void up(@TempDir Path folder) {
    directory = folder;
    // The lab installs what the image is made with, too.
    cluster = RealCluster.up(folder, WITHOUT);
    Command.of(
            Plumb.home().resolve("jobs/spark-image/spark-image").toString(),
            folder.resolve("spark.tar").toString())
        .output("making the image of Spark");
    cluster.inventory(WITH);
  }

  @AfterAll
  void down() {
    cluster.close();
  }

  private List<String> containers(String node) {
    return cluster
        .node(node)
        .run("docker ps --all --format '{{.Names}} {{.State}}'")
        .lines()
        .sorted()
        .toList();
  }

  @Test
  @Order(1)
  void anApplyBringsTheImageAndStartsMasterAndWorkersAndNobodyTellsTheSecret() {
    Finished applied = cluster.plumb().expect(0, "apply");

    cluster.plumb().expect(0, "plan");
    assertThat(containers("master"))
        .containsExactly("plumbline-spark-master running", "plumbline-spark-worker running");
    assertThat(containers("worker2")).containsExactly("plumbline-spark-worker running");
    String settings = cluster.node("worker1").run("cat /var/lib/plumbline/spark/conf/spark.conf");
    String secret = settings.replaceAll("(?s).*spark.authenticate.secret (\\w+).*", "$1");
    assertThat(secret).hasSize(64);
    assertThat(settings)
        .isEqualTo(cluster.node("master").run("cat /var/lib/plumbline/spark/conf/spark.conf"));
    assertThat(applied.out() + applied.err()).doesNotContain(secret);
    assertThat(cluster.node("master").run("docker inspect plumbline-spark-master"))
        .doesNotContain(secret);
    assertThat(cluster.node("worker1").run("grep -rl \"$1\" /var/lib/plumbline || true", secret))
        .isEqualTo("/var/lib/plumbline/spark/conf/spark.conf\n");
  }

  @Test
  @Order(2)
  void aWorkerThatWasStoppedIsDriftAndNoJobStartsUntilItRunsAgain() {
    cluster.node("worker2").run("docker stop --time 1 plumbline-spark-worker");

    assertThat(cluster.plumb().expect(2, "drift").out()).contains("worker: exited → running");
    Finished refused = cluster.plumb().expect(126, job().toArray(String[]::new));
    assertThat(refused.out() + refused.err()).contains("worker2 is drifted");
    cluster.plumb().expect(0, "apply");
    assertThat(containers("worker2")).containsExactly("plumbline-spark-worker running");
  }

  @Test
  @Order(3)
  void aTinyJobRunsOnEveryWorker() {
    assertThat(cluster.plumb().expect(0, "run", example("spark-ready.yaml")).out())
        .contains("Spark is ready: a task ran on each of 3 workers");
  }

  /** It does not matter that one of its executors is killed on the way. */
  @Test
  @Order(4)
  void genesComeOutAsTheReferenceHasThem() throws IOException, InterruptedException {
    Path log = directory.resolve("gene.log");
    Path out = directory.resolve("out");
    List<String> words = new ArrayList<>(job());
    words.addAll(List.of("--fetch", out.toString()));
    Process run = cluster.plumb().start(log, words.toArray(String[]::new));
    while (run.isAlive()
        && !(Files.readString(log).contains("genes kept")
            && Files.readString(log).contains("runs on worker1"))) {
      Thread.sleep(100);
    }
    assertThat(run.isAlive()).as(Files.readString(log)).isTrue();
    LabNode node = cluster.node("worker1");
    node.run("pkill -KILL -u 7777 -f CoarseGrainedExecutorBackend");

    assertThat(run.waitFor()).as(Files.readString(log)).isZero();
    assertThat(Files.readString(log))
        .contains("runs on master", "runs on worker1", "runs on worker2")
        .containsPattern("executor \\d on worker1 ended; 1 has so far");
    everyNodeUsedSomething(part("job \\d+ ", Files.readString(log)).strip().substring(4));
    if (data().isPresent()) {
      Path reference = data().get().resolve("reference/golub_limma.csv.gz");
      Map<String, Double> ours = Expression.of(out.resolve("genes.csv"), "t").values();
      Map<String, Double> limma = Expression.of(reference, "t").values();
      assertThat(ours.keySet()).containsExactlyInAnyOrderElementsOf(limma.keySet());
      limma.forEach((gene, t) ->
          assertThat(ours.get(gene)).as(gene).isCloseTo(t, Percentage.withPercentage(1e-7)));
      assertThat(Files.readString(log)).contains("979 genes differ", "Welch: 981 and 571");
    } else {
      assertThat(Files.readString(out.resolve("summary.json"))).contains("false_discovery");
    }
  }

  private void everyNodeUsedSomething(String job) {
    String told = cluster.plumb().expect(0, "job", job, "--output", "json").out();
    List<MatchResult> used =
        Pattern.compile("\"cpu_ms\":(\\d+),\"memory_peak\":(\\d+)")
            .matcher(told)
            .results()
            .toList();
    assertThat(used)
        .as(told)
        .hasSize(3)
        .allSatisfy(node -> {
          assertThat(Long.parseLong(node.group(1))).isGreaterThan(1_000);
          assertThat(Long.parseLong(node.group(2))).isBetween(100L << 20, 4L << 30);
        });
  }

  @Test
  @Order(4)
  void aSecretIsInTheEnvironmentOfTheDriverAndDockerDoesNotKnowIt()
      throws IOException, InterruptedException {
    String secret = "sw0rd'fi$(sh)";
    List<String> words = new ArrayList<>(job());
    words.set(1, withSecret(Path.of(words.get(1))).toString());
    FollowedRun run =
        FollowedRun.start(
            cluster.plumb().command(words.toArray(String[]::new)).with("API_KEY", secret),
            directory.resolve("secret.log"));
    run.awaits("runs on ");

    LabNode master = cluster.node("master");
    assertThat(
            master.run("tr '\\0' '\\n' <\"/proc/$(pgrep -u 7777 -f deploy.SparkSubmit)/environ\""))
        .contains("API_KEY=" + secret + "\n");
    assertThat(master.run("docker inspect plumbline-job-" + run.job()))
        .contains("PLUMB_JOB_ID=" + run.job())
        .doesNotContain("sw0rd");
    assertThat(master.run("grep -rl sw0rd /var/lib/docker/containers /var/lib/plumbline || true"))
        .isEmpty();
    cluster.plumb().expect(0, "cancel", run.job());
    assertThat(run.ends(130)).doesNotContain("sw0rd");
  }

  /** The same job, in another place, and with a secret. */
  private Path withSecret(Path job) throws IOException {
    String text = Files.readString(job).replace("../../../jobs/", Plumb.home() + "/jobs/");
    return Files.writeString(directory.resolve("secret.yaml"), text + "secrets: [API_KEY]\n");
  }

  @Test
  @Order(4)
  void itsPagesComeToPortsOfThisMachineUntilCtrlC() throws IOException, InterruptedException {
    FollowedRun forward =
        FollowedRun.start(
            cluster.plumb(),
            directory.resolve("forward.log"),
            "forward",
            "spark",
            "--port=0",
            "--driver-port=0");
    String master = forward.awaits("(http://\\S+) → the master of Spark on master\n").group(1);
    String driver = forward.awaits("(http://\\S+) → the driver of .* as soon as").group(1);
    FollowedRun run =
        FollowedRun.start(
            cluster.plumb(), directory.resolve("seen.log"), job().toArray(String[]::new));
    run.awaits("runs on ");

    String application = part("app-\\d+-\\d+", page(master + "/json/"));
    String proxied = "/proxy/" + application + "/jobs/";
    for (String address : List.of(driver, driver + proxied, master + proxied)) {
      assertThat(page(address)).as(address).contains("Spark Jobs", "href=\"" + proxied);
    }
    String worker = part("/proxy/worker-[\\w-]+-on-worker1-\\d+", page(master));
    for (String side : List.of(master, driver)) {
      assertThat(page(side + worker))
          .contains("Spark Worker at spark-on-worker1", "href=\"/\">Back to Master");
    }
    cluster.plumb().expect(0, "cancel", run.job());
    run.ends(130);
    forward.interrupt();
    forward.ends(0);
  }

  private static String page(String url) throws IOException {
    try (InputStream in = URI.create(url).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String part(String regex, String text) {
    return Pattern.compile(regex)
        .matcher(text)
        .results()
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + regex + " in " + text))
        .group();
  }

  @Test
  @Order(5)
  void aJobLeavesNothingOnAnyNode() {
    for (LabNode node : cluster.nodes()) {
      assertThat(node.run("pgrep -u 7777 -f 'SparkSubmit|CoarseGrained' || true")).isEmpty();
      assertThat(node.run("ls /var/lib/plumbline/jobs")).isEmpty();
      assertThat(node.run("ls /run/plumbline-agent")).doesNotContain("secrets");
      assertThat(containers(node.name())).allMatch(line -> line.startsWith("plumbline-spark-"));
    }
  }

  @Test
  @Order(6)
  void whatLeavesTheInventoryGoes() {
    cluster.inventory(WITHOUT);

    cluster.plumb().expect(0, "apply");

    for (LabNode node : cluster.nodes()) {
      assertThat(containers(node.name())).isEmpty();
      assertThat(node.run("ls /var/lib/plumbline/spark")).doesNotContain("conf");
    }
  }

  private static Optional<Path> data() {
    return Optional.ofNullable(System.getenv("PLUMBLINE_DATA"))
        .map(folder -> Path.of(folder, "golub"))
        .filter(Files::isDirectory);
  }

  /** The example's job; Golub is small: it must not be over before an executor can be killed. */
  private List<String> job() {
    String name = data().isPresent() ? "gene.yaml" : "gene-counts.yaml";
    return List.of(
        "run",
        example(name),
        "--set",
        "data=" + data().orElseGet(this::generated),
        "--set",
        "repeats=30");
  }

  private static String example(String name) {
    return Plumb.home().resolve("inventory/examples/jobs").resolve(name).toString();
  }

  private Path generated() {
    Path folder = directory.resolve("generated");
    if (!Files.isDirectory(folder)) {
      Command.of(
              Path.of(System.getProperty("java.home"), "bin/java").toString(),
              "-cp",
              Plumb.home().resolve("jobs/gene/target/lib") + "/*",
              "dev.plumbline.jobs.gene.Main",
              "generate",
              "--genes",
              "2000",
              "--samples",
              "20",
              "--out",
              folder.toString())
          .output("generating counts");
    }
    return folder;
  }
}
