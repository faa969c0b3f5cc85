package dev.plumbline.agent.job.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.agent.job.order.Content;
import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.agent.job.order.Spark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubmissionTest {
  private static final Path TOP = Path.of("/jobs/7");

  private static Placed jar(String name) {
    return new Placed(name, new Content("a".repeat(64), 1), false);
  }

  private static List<String> command(Spark spark, Map<String, String> conf) {
    return command(spark, conf, Optional.empty());
  }

  private static List<String> command(
      Spark spark, Map<String, String> conf, Optional<SecretsFile> secrets) {
    Present here = new Present(true, true, "spark:4", "sparknet", "7777:7778");
    return new Submission(
            "7",
            spark,
            here,
            TOP.resolve("program"),
            List.of(TOP.resolve("inputs"), TOP.resolve("program")),
            TOP.resolve("work"),
            TOP.resolve("outputs"),
            secrets)
        .command(Map.of("PLUMB_JOB_ID", "7"), List.of("--out", "a b"), conf);
  }

  private static Spark spark(int executors, int cores) {
    return new Spark(
        "org.example.Main",
        jar("app.jar"),
        List.of(jar("lib.jar"), jar("spark-watch.jar")),
        executors,
        cores,
        512 << 20,
        0,
        Map.of());
  }

  @Test
  void theDriverIsTheJobsUserWithoutPrivilegesAndEndsWithItsArguments() {
    List<String> command = command(spark(3, 1), Map.of());

    assertThat(command).startsWith("/usr/bin/docker", "run", "--rm", "--name", "plumbline-job-7");
    assertThat(command)
        .containsSequence("--user", "7777:7778", "--cap-drop", "ALL")
        .containsSequence("--security-opt", "no-new-privileges")
        .containsSequence("--volume", "/jobs/7/inputs:/jobs/7/inputs:ro")
        .containsSequence("--volume", "/jobs/7/outputs:/jobs/7/outputs")
        .containsSequence("--env", "PLUMB_JOB_ID=7")
        .containsSequence("--class", "org.example.Main")
        .containsSequence("--jars", "/jobs/7/program/lib.jar,/jobs/7/program/spark-watch.jar")
        .endsWith("/jobs/7/program/app.jar", "--out", "a b");
  }

  @Test
  void secretsReachTheDriverThroughAFile() {
    SecretsFile file = new SecretsFile(Path.of("/run/agent"), "7");

    assertThat(command(spark(1, 1), Map.of(), Optional.of(file)))
        .containsSequence("--volume", "/run/agent/job-7.secrets:/run/plumbline/secrets:ro")
        .containsSequence("--entrypoint", "/bin/sh", "spark:4", "-c")
        .containsSequence("/run/plumbline/secrets", "/opt/java/openjdk/bin/java");
    assertThat(command(spark(1, 1), Map.of()))
        .containsSequence("--entrypoint", "/opt/java/openjdk/bin/java", "spark:4");
  }

  @Test
  void aPythonProgramHasNoClassToStart() {
    Spark python = new Spark("", jar("app.py"), List.of(jar("lib.jar")), 0, 0, 0, 0, Map.of());

    assertThat(command(python, Map.of()))
        .doesNotContain("--class")
        .containsSequence("--jars", "/jobs/7/program/lib.jar")
        .endsWith("/jobs/7/program/app.py", "--out", "a b");
  }

  @Test
  void countAndCoresBecomeSettingsOfSpark() {
    assertThat(command(spark(3, 2), Map.of()))
        .contains("spark.executor.cores=2", "spark.cores.max=6", "spark.executor.memory=512m");
    assertThat(command(spark(2, 0), Map.of()))
        .contains("spark.executor.cores=1", "spark.cores.max=2");
    assertThat(command(spark(0, 0), Map.of()))
        .noneMatch(word -> word.startsWith("spark.cores.max"));
  }

  @Test
  void whatTheJobSetsWinsButForWhatTellsWhoseExecutorsAre() {
    assertThat(
            command(
                spark(1, 1),
                Map.of(
                    "spark.log.level",
                    "INFO",
                    "spark.ui.port",
                    "4050",
                    "spark.executorEnv.PLUMB_JOB_ID",
                    "8")))
        .contains("spark.log.level=INFO", "spark.executorEnv.PLUMB_JOB_ID=7", "spark.ui.port=4040")
        .doesNotContain("spark.log.level=WARN", "spark.executorEnv.PLUMB_JOB_ID=8");
  }

  @Test
  void aPageCanBeReadAndNothingElse() {
    assertThat(command(spark(1, 1), Map.of("spark.ui.killEnabled", "true")))
        .contains("spark.ui.killEnabled=false")
        .doesNotContain("spark.ui.killEnabled=true");
  }
}
