package dev.plumbline.inventory.job;

import dev.plumbline.resources.Doc;
import dev.plumbline.resources.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The whole job file. */
@Doc("A job: which program runs, where, on what data, and what comes out of it.")
public record JobDocument(
    @Doc("The name of the job: letters, digits, dots, hyphens and underscores, at most 63.")
        String job,
    @Doc(
            "mpi: ranks of Open MPI; spark: a driver and executors of Spark; command: one process"
                + " on each node.")
        JobKind kind,
    @Doc(
            "Texts and numbers that ${name} stands for; --set NAME=VALUE goes before them. One"
                + " without a value must be set.")
        Map<String, Value> vars,
    @Doc("How many ranks, with kind: mpi. Without it, every slot of the nodes.")
        Optional<Integer> ranks,
    @Doc(
            "Where it runs: all, a group, names of nodes, or a number: so many nodes, the first"
                + " that are fit. Without it, all.")
        List<String> nodes,
    @Doc("Who it runs as. Without it, the user of the inventory: jobs: {user: …}. Never root.")
        Optional<String> user,
    @Doc("The program and its arguments, as a list; no shell reads it.") List<String> command,
    @Doc("A Java program, in place of a command.") Optional<JavaProgram> java,
    @Doc("Further arguments of the program.") List<String> args,
    @Doc("Files and folders that the program reads, by name: ${inputs.NAME} is where one lies.")
        Map<String, JobInput> inputs,
    @Doc("What the program leaves under ${outputs}.") Optional<JobOutputs> outputs,
    @Doc("Environment variables of the program.") Map<String, String> env,
    @Doc(
            "Names of environment variables whose values come from whoever runs the job; they are"
                + " stored nowhere.")
        List<String> secrets,
    @Doc("Where the job is ended.") Optional<JobLimits> limits,
    @Doc("Whether it is started anew.") Optional<JobRetry> retry,
    @Doc("How Open MPI starts the ranks.") Optional<MpiSettings> mpi,
    @Doc(
            "With kind: spark, the jar of the program, relative to the job file; a list adds"
                + " libraries behind it.")
        List<String> jar,
    @Doc("With kind: spark, the class with the main method of the jar.") Optional<String> main,
    @Doc(
            "With kind: spark, a Python program, app.py, relative to the job file; `jar` names its"
                + " libraries. The image must have python3, and Spark's own python in"
                + " /opt/spark/python.")
        Optional<String> python,
    @Doc("With kind: spark, its executors.") Optional<Executors> executors,
    @Doc("With kind: spark, its driver.") Optional<Driver> driver,
    @Doc("With kind: spark, settings of Spark by name: spark.sql.shuffle.partitions.")
        Map<String, String> conf) {

  public JobDocument {
    vars = ordered(vars);
    nodes = List.copyOf(nodes);
    command = List.copyOf(command);
    args = List.copyOf(args);
    inputs = ordered(inputs);
    env = ordered(env);
    secrets = List.copyOf(secrets);
    jar = List.copyOf(jar);
    conf = ordered(conf);
    JobChecks checks = new JobChecks();
    checks.names(job, user, inputs.keySet());
    checks.environment(env.keySet(), secrets);
    switch (kind) {
      case MPI -> checks.program(command, java);
      case COMMAND -> checks.program(command, java);
      case SPARK -> {
        checks.spark(jar, main, python);
      }
    }
    checks.ranks(ranks);
    checks.belongs(kind, JobKind.MPI, "ranks", ranks.isPresent());
    checks.belongs(kind, JobKind.MPI, "mpi", mpi.isPresent());
    checks.belongs(kind, JobKind.SPARK, "jar", !jar.isEmpty());
    checks.belongs(kind, JobKind.SPARK, "main", main.isPresent());
    checks.belongs(kind, JobKind.SPARK, "python", python.isPresent());
    checks.belongs(kind, JobKind.SPARK, "executors", executors.isPresent());
    checks.belongs(kind, JobKind.SPARK, "driver", driver.isPresent());
    checks.belongs(kind, JobKind.SPARK, "conf", !conf.isEmpty());
    checks.notOf(kind, JobKind.SPARK, "command", !command.isEmpty());
    checks.notOf(kind, JobKind.SPARK, "java", java.isPresent());
    checks.done();
  }

  public JobOutputs outputsOrNone() {
    return outputs.orElse(JobOutputs.NONE);
  }

  public JobLimits limitsOrNone() {
    return limits.orElse(JobLimits.NONE);
  }

  public JobRetry retryOrNever() {
    return retry.orElse(JobRetry.NEVER);
  }

  public MpiSettings mpiOrDefault() {
    return mpi.orElse(MpiSettings.DEFAULT);
  }

  public Executors executorsOrDefault() {
    return executors.orElse(Executors.DEFAULT);
  }

  public Driver driverOrDefault() {
    return driver.orElse(Driver.DEFAULT);
  }

  private static <V> Map<String, V> ordered(Map<String, V> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
