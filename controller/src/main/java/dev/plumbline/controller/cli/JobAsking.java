package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.content.Upload;
import dev.plumbline.controller.cli.runtime.JavaRuntime;
import dev.plumbline.controller.cli.runtime.MpiJar;
import dev.plumbline.controller.cli.screen.JobScreen;
import dev.plumbline.controller.client.job.AskedJob;
import dev.plumbline.controller.client.job.JobKind;
import dev.plumbline.controller.client.job.PlacedFile;
import dev.plumbline.inventory.job.ByteSize;
import dev.plumbline.inventory.job.InputFiles;
import dev.plumbline.inventory.job.Job;
import dev.plumbline.inventory.job.JobDocument;
import dev.plumbline.inventory.job.Launcher;
import dev.plumbline.inventory.job.LocalFile;
import dev.plumbline.inventory.job.MpiSettings;
import dev.plumbline.inventory.job.RetryCause;
import dev.plumbline.inventory.job.TimeSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes of a job of this machine one that refers to contents only. */
final class JobAsking {
  private static final String MPI_JAR = "mpi.jar";
  private static final String SPARK_WATCH = "spark-watch.jar";

  private final Invocation invocation;
  private final JobScreen screen;
  private final Upload upload;

  /**
   * @param upload is given every file of the job
   */
  JobAsking(Invocation invocation, JobScreen screen, Upload upload) {
    this.invocation = invocation;
    this.screen = screen;
    this.upload = upload;
  }

  AskedJob of(Job job) {
    JobDocument document = job.document();
    Optional<LocalFile> runtime = document.java().map(_ -> runtime());
    Optional<LocalFile> bindings = mpiJar(job);
    Optional<LocalFile> watch = sparkWatch(job);
    List<LocalFile> files = new ArrayList<>(job.program());
    bindings.ifPresent(files::add);
    watch.ifPresent(files::add);
    job.inputs().forEach(input -> files.addAll(input.files()));
    runtime.ifPresent(files::add);
    upload.add(files);
    List<String> command = new ArrayList<>(document.command());
    command.addAll(document.args());
    return new AskedJob(
        document.job(),
        JobKind.valueOf(document.kind().name()),
        document.ranks().orElse(0),
        job.nodes().names(),
        job.nodes().count(),
        command,
        job.inputs().stream().map(this::input).toList(),
        document.outputsOrNone().required(),
        document.outputsOrNone().optional(),
        document.env(),
        document.secrets(),
        limits(document),
        new AskedJob.Retry(
            document.retryOrNever().times(),
            document.retryOrNever().on().stream().map(RetryCause::word).toList()),
        mpi(document.mpiOrDefault()),
        document.kind() == dev.plumbline.inventory.job.JobKind.SPARK
            ? Optional.of(spark(job, watch))
            : Optional.empty(),
        runtime.map(archive -> java(job, bindings, archive)),
        job.user(),
        job.network().orElse(""),
        job.source(),
        job.text());
  }

  private AskedJob.Input input(InputFiles input) {
    return new AskedJob.Input(
        input.name(), input.folder(), input.files().stream().map(this::placed).toList());
  }

  private PlacedFile placed(LocalFile file) {
    return new PlacedFile(file.path(), upload.of(file), file.executable());
  }

  private static AskedJob.Limits limits(JobDocument document) {
    return new AskedJob.Limits(
        document
            .limitsOrNone()
            .maxRuntime()
            .map(TimeSpan::duration)
            .map(Duration::toMillis)
            .orElse(0L),
        document.limitsOrNone().memoryPerRank().map(ByteSize::bytes).orElse(0L));
  }

  private static AskedJob.Mpi mpi(MpiSettings settings) {
    return new AskedJob.Mpi(
        settings.launcher() == Launcher.SSH,
        settings.oversubscribe(),
        settings.ranksPerNode().orElse(0),
        settings.mca());
  }

  private AskedJob.Spark spark(Job job, Optional<LocalFile> watch) {
    JobDocument document = job.document();
    List<PlacedFile> jars = distinct(job.program(), new HashMap<>());
    List<PlacedFile> libraries = new ArrayList<>(jars.subList(1, jars.size()));
    if (jars.stream().noneMatch(jar -> jar.path().equals(SPARK_WATCH))) {
      watch.ifPresent(jar -> libraries.add(new PlacedFile(SPARK_WATCH, upload.of(jar), false)));
    }
    return new AskedJob.Spark(
        jars.getFirst(),
        libraries,
        document.main().orElse(""),
        document.executorsOrDefault().count().orElse(0),
        document.executorsOrDefault().cores().orElse(0),
        document.executorsOrDefault().memory().map(ByteSize::bytes).orElse(0L),
        document.driverOrDefault().memory().map(ByteSize::bytes).orElse(0L),
        document.conf());
  }

  private AskedJob.Java java(Job job, Optional<LocalFile> bindings, LocalFile runtime) {
    var program = job.document().java().orElseThrow();
    List<PlacedFile> classPath = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    bindings.ifPresent(jar -> {
      seen.put(MPI_JAR, 1);
      classPath.add(new PlacedFile(MPI_JAR, upload.of(jar), false));
    });
    classPath.addAll(distinct(job.program(), seen));
    return new AskedJob.Java(program.main(), classPath, placed(runtime), program.options());
  }

  /** Jars of two folders may have one name; on the node they lie beside each other. */
  private List<PlacedFile> distinct(List<LocalFile> jars, Map<String, Integer> seen) {
    List<PlacedFile> distinct = new ArrayList<>();
    for (LocalFile jar : jars) {
      PlacedFile file = placed(jar);
      int before = seen.merge(file.path(), 1, Integer::sum) - 1;
      distinct.add(
          before == 0
              ? file
              : new PlacedFile(before + "-" + file.path(), file.content(), file.executable()));
    }
    return distinct;
  }

  private LocalFile runtime() {
    var caller = invocation.surroundings().caller();
    return seen(
        new JavaRuntime(
                Path.of(System.getProperty("java.home")), caller.home(), caller.environment())
            .make(() -> screen.say("making the Java runtime for the nodes (once for each JDK)")));
  }

  /** Ranks in Java need Open MPI's bindings, unless they bring their own. */
  private Optional<LocalFile> mpiJar(Job job) {
    boolean needed =
        job.document().kind() == dev.plumbline.inventory.job.JobKind.MPI
            && job.document().java().isPresent()
            && job.program().stream().noneMatch(jar -> jar.path().equals(MPI_JAR));
    if (!needed) {
      return Optional.empty();
    }
    var caller = invocation.surroundings().caller();
    Optional<Path> checkout =
        Optional.ofNullable(System.getProperty("plumbline.home")).map(Path::of);
    return new MpiJar(checkout, caller.home(), caller.environment())
        .find(why -> screen.say("note: " + why))
        .map(JobAsking::seen);
  }

  /** What tells of executors that fail comes from this checkout; a job runs without it too. */
  private Optional<LocalFile> sparkWatch(Job job) {
    if (job.document().kind() != dev.plumbline.inventory.job.JobKind.SPARK) {
      return Optional.empty();
    }
    Optional<Path> jar =
        Optional.ofNullable(System.getProperty("plumbline.home"))
            .map(home -> Path.of(home, "jobs/spark/target", SPARK_WATCH))
            .filter(Files::isReadable);
    if (jar.isEmpty()) {
      screen.say("note: no " + SPARK_WATCH + ", so nobody tells of executors that fail; build it");
    }
    return jar.map(JobAsking::seen);
  }

  private static LocalFile seen(Path file) {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return new LocalFile(
          String.valueOf(file.getFileName()), file, seen.size(), seen.lastModifiedTime(), false);
    } catch (IOException e) {
      throw Trouble.of("cannot read " + file + ": " + e.getMessage(), "", e)
          .withExitCode(ExitCode.REFUSED);
    }
  }
}
