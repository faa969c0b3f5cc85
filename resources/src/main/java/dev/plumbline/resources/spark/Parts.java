package dev.plumbline.resources.spark;

import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.containers.ContainerPlan;
import dev.plumbline.resources.host.containers.ContainerPlan.Published;
import dev.plumbline.resources.host.containers.Mount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The containers of Spark on a node. Pure. */
public final class Parts {
  /** How the master is called on Spark's network. */
  public static final String MASTER_HOST = "spark-master";

  public static final String MASTER_URL = "spark://" + MASTER_HOST + ":7077";

  /** The container of the master. */
  public static final String MASTER = "plumbline-spark-master";

  /** The container of a worker. */
  public static final String WORKER = "plumbline-spark-worker";

  /** The port of the master's page. */
  public static final int PAGE = 8080;

  /** The label that says whose a container is. */
  public static final String LABEL = "dev.plumbline.spark";

  private static final String LOOPBACK = "127.0.0.1";

  private Parts() {}

  /** Every container that this kind may have made. */
  static List<String> names() {
    return List.of(MASTER, WORKER);
  }

  /** The name of a node's worker on Spark's network. */
  public static String workerHost(String node) {
    return "spark-on-" + node;
  }

  /** The Java of the image, with what it needs before the main class. */
  public static List<String> java(List<String> options) {
    List<String> words = new ArrayList<>();
    words.add("/opt/java/openjdk/bin/java");
    words.addAll(options);
    words.addAll(List.of("-cp", "/opt/spark/jars/*"));
    return words;
  }

  /** What every part finds in its environment. */
  public static Map<String, String> environment() {
    return Map.of(
        "JAVA_HOME",
        "/opt/java/openjdk",
        "SPARK_HOME",
        "/opt/spark",
        "SPARK_SCALA_VERSION",
        "2.13");
  }

  /** What every part sees of the node: who its user is, and the settings. */
  public static List<Mount> mounts() {
    return List.of(
        new Mount("/etc/passwd", "/etc/passwd", true),
        new Mount(Paths.CONF.toString(), Paths.CONF.toString(), true));
  }

  static List<ContainerPlan> of(SparkSpec spec, Accounts.User user) {
    List<ContainerPlan> parts = new ArrayList<>();
    if (spec.role().leads()) {
      parts.add(master(spec, user));
    }
    if (spec.role().works()) {
      parts.add(worker(spec, user));
    }
    return parts;
  }

  private static ContainerPlan master(SparkSpec spec, Accounts.User user) {
    List<String> command = java(List.of("-Xmx512m"));
    command.addAll(
        List.of(
            "org.apache.spark.deploy.master.Master",
            "--host",
            MASTER_HOST,
            "--port",
            "7077",
            "--webui-port",
            Integer.toString(PAGE),
            "--properties-file",
            Paths.SETTINGS.toString()));
    List<Published> published = new ArrayList<>();
    published.add(new Published(LOOPBACK, PAGE));
    spec.page()
        .filter(address -> !address.equals(LOOPBACK))
        .ifPresent(address -> published.add(new Published(address, PAGE)));
    return plan(MASTER, MASTER_HOST, spec, user, command, environment(), mounts(), published);
  }

  private static ContainerPlan worker(SparkSpec spec, Accounts.User user) {
    List<String> command = java(List.of("-Xmx512m"));
    command.addAll(
        List.of(
            "org.apache.spark.deploy.worker.Worker",
            "--host",
            workerHost(spec.known().self()),
            "--webui-port",
            "8081",
            "--work-dir",
            Paths.WORK.toString(),
            "--properties-file",
            Paths.SETTINGS.toString()));
    spec.cores().ifPresent(cores -> command.addAll(List.of("--cores", cores.toString())));
    spec.memory().ifPresent(memory -> command.addAll(List.of("--memory", memory.spark())));
    command.add(MASTER_URL);
    Map<String, String> environment = new TreeMap<>(environment());
    environment.put("SPARK_LOCAL_DIRS", Paths.WORK.resolve("local").toString());
    List<Mount> mounts = new ArrayList<>(mounts());
    mounts.add(new Mount(Paths.WORK.toString(), Paths.WORK.toString(), false));
    mounts.add(new Mount(Paths.JOBS.toString(), Paths.JOBS.toString(), true));
    return plan(
        WORKER,
        workerHost(spec.known().self()),
        spec,
        user,
        command,
        environment,
        mounts,
        List.of());
  }

  private static ContainerPlan plan(
      String name,
      String host,
      SparkSpec spec,
      Accounts.User user,
      List<String> command,
      Map<String, String> environment,
      List<Mount> mounts,
      List<Published> published) {
    return new ContainerPlan(
        name,
        spec.image().orElseThrow(),
        user.uid() + ":" + user.gid(),
        host,
        command,
        environment,
        mounts,
        spec.network().orElseThrow(),
        published,
        Map.of(LABEL, name.equals(MASTER) ? "master" : "worker"));
  }

  /** What a user calls a container of ours. */
  static String word(String name) {
    return Optional.of(name).filter(MASTER::equals).map(_ -> "master").orElse("worker");
  }
}
