package dev.plumbline.agent.job.spark;

import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.agent.job.order.Spark;
import dev.plumbline.resources.host.containers.Mount;
import dev.plumbline.resources.spark.Parts;
import dev.plumbline.resources.spark.Paths;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command that runs the driver of a job in a container and lasts as long as it: signals go
 * through it, and it ends with the driver's code. Pure.
 *
 * @param program the folder of the jars
 * @param readable folders that the program only reads
 * @param work an empty folder for the program
 * @param outputs where its results go
 * @param secrets what belongs into its environment and must not be read by who may ask Docker
 */
public record Submission(
    String job,
    Spark spark,
    Present here,
    Path program,
    List<Path> readable,
    Path work,
    Path outputs,
    Optional<SecretsFile> secrets) {
  /** What tells of executors. */
  private static final String WATCH_JAR = "spark-watch.jar";

  private static final long MEBIBYTE = 1 << 20;
  private static final long USUAL_MEMORY = 1024;

  /** What Spark needs of a JVM since modules came (its JavaModuleOptions). */
  private static final List<String> MODULES =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "jdk.internal.ref",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  /**
   * @param environment of the driver; it can be read by whoever may ask Docker
   * @param arguments of the program
   * @param conf the settings of the job, with nothing left open
   */
  public List<String> command(
      Map<String, String> environment, List<String> arguments, Map<String, String> conf) {
    String name = LocalSpark.driver(job);
    List<String> words =
        new ArrayList<>(
            List.of(
                "/usr/bin/docker",
                "run",
                "--rm",
                "--name",
                name,
                "--hostname",
                name,
                "--network",
                here.network(),
                "--network-alias",
                name,
                "--user",
                here.user(),
                "--cap-drop",
                "ALL",
                "--security-opt",
                "no-new-privileges",
                "--log-driver",
                "none",
                "--label",
                "dev.plumbline.job=" + job,
                "--publish",
                "127.0.0.1::" + LocalSpark.DRIVER_PAGE,
                "--workdir",
                work.toString()));
    List<Mount> mounts = new ArrayList<>(Parts.mounts());
    readable.forEach(path -> mounts.add(new Mount(path.toString(), path.toString(), true)));
    for (Path path : List.of(work, outputs)) {
      mounts.add(new Mount(path.toString(), path.toString(), false));
    }
    mounts.forEach(mount -> words.addAll(List.of("--volume", mount.toString())));
    Map<String, String> all = new TreeMap<>(environment);
    all.putAll(Parts.environment());
    all.put("SPARK_LOCAL_DIRS", work.toString());
    all.forEach((key, value) -> words.addAll(List.of("--env", key + "=" + value)));
    List<String> program = new ArrayList<>();
    secrets.ifPresent(file -> {
      words.addAll(List.of("--volume", file.volume()));
      program.addAll(SecretsFile.loader());
    });
    program.addAll(Parts.java(options()));
    words.addAll(List.of("--entrypoint", program.getFirst(), here.image()));
    words.addAll(program.subList(1, program.size()));
    words.addAll(submit(conf));
    words.addAll(arguments);
    return words;
  }

  private List<String> options() {
    List<String> options = new ArrayList<>();
    long memory = spark.driverMemory() / MEBIBYTE;
    options.add("-Xmx" + (memory > 0 ? memory : USUAL_MEMORY) + "m");
    options.add("-XX:+IgnoreUnrecognizedVMOptions");
    options.add("-Djdk.reflect.useDirectMethodHandle=false");
    options.add("-Dio.netty.tryReflectionSetAccessible=true");
    MODULES.forEach(each -> options.add("--add-opens=java.base/" + each + "=ALL-UNNAMED"));
    return options;
  }

  private List<String> submit(Map<String, String> conf) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                Parts.MASTER_URL,
                "--deploy-mode",
                "client",
                "--properties-file",
                Paths.SETTINGS.toString()));
    if (!spark.main().isEmpty()) {
      words.addAll(List.of("--class", spark.main()));
    }
    if (!spark.libraries().isEmpty()) {
      Function<Placed, String> path = file -> program.resolve(file.path()).toString();
      words.add("--jars");
      words.add(spark.libraries().stream().map(path).collect(Collectors.joining(",")));
    }
    settings(conf).forEach((key, value) -> words.addAll(List.of("--conf", key + "=" + value)));
    words.add(program.resolve(spark.program().path()).toString());
    return words;
  }

  /** What the job says goes before what we would say; what we must say goes before both. */
  private Map<String, String> settings(Map<String, String> conf) {
    Map<String, String> settings = new TreeMap<>();
    int cores = spark.cores() > 0 ? spark.cores() : spark.executors() > 0 ? 1 : 0;
    if (cores > 0) {
      settings.put("spark.executor.cores", Integer.toString(cores));
    }
    if (spark.executors() > 0) {
      settings.put("spark.cores.max", Integer.toString(spark.executors() * cores));
    }
    if (spark.executorMemory() > 0) {
      settings.put("spark.executor.memory", spark.executorMemory() / MEBIBYTE + "m");
    }
    settings.put("spark.ui.showConsoleProgress", "false");
    settings.put("spark.log.level", "WARN");
    if (Stream.concat(Stream.of(spark.program()), spark.libraries().stream())
        .anyMatch(file -> file.path().equals(WATCH_JAR))) {
      settings.put("spark.plugins", "dev.plumbline.jobs.spark.Watch");
    }
    settings.putAll(conf);
    settings.put("spark.driver.host", LocalSpark.driver(job));
    settings.put("spark.ui.port", Integer.toString(LocalSpark.DRIVER_PAGE));
    // A driver's page ends jobs and stages at a mere GET, which any page in a browser can make.
    settings.put("spark.ui.killEnabled", "false");
    // Whatever of the job is left on a node is known by that.
    settings.put("spark.executorEnv.PLUMB_JOB_ID", job);
    return settings;
  }
}
