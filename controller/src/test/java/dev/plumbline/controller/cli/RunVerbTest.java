package dev.plumbline.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.client.job.AskedJob;
import dev.plumbline.controller.client.job.JobKind;
import dev.plumbline.controller.client.job.RunRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunVerbTest {
  @TempDir Path directory;
  private Desk desk;
  private ScriptedJobs jobs;

  @BeforeEach
  void sit() {
    desk = new Desk(directory).inventory(Desk.THREE_NODES).file("job.yaml", JobScripts.JOB);
    jobs = desk.controller.jobs;
    jobs.says(JobScripts.SUCCEEDS);
  }

  @Test
  void theJobAndItsFilesReachTheController() {
    assertThat(desk.plumb("run", "job.yaml", "--env", "A=b=c", "--np", "4", "--force")).isZero();

    RunRequest request = jobs.requests.getFirst();
    AskedJob asked = request.job();
    assertThat(request.force()).isTrue();
    assertThat(asked.kind()).isEqualTo(JobKind.MPI);
    assertThat(asked.ranks()).isEqualTo(4);
    assertThat(asked.env()).isEqualTo(Map.of("A", "b=c"));
    assertThat(asked.command()).containsExactly("train", "${inputs.data}");
    assertThat(asked.limits().maxRuntimeMs()).isEqualTo(1_200_000);
    assertThat(asked.user()).isEqualTo("mpihpc");
    assertThat(asked.text()).isEqualTo(JobScripts.JOB);
    assertThat(jobs.contents.get(asked.inputs().getFirst().files().getFirst().content().hash()))
        .isEqualTo(JobScripts.JOB.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aProgramNeedsNoFile() {
    assertThat(desk.plumb("run", "--np", "6", "-l", "workers", "--", "sh", "-c", "echo ${HOME}"))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(desk.err()).contains("--np: 6 ranks, and the nodes of the job have 4 slots");

    assertThat(desk.plumb("run", "--np", "6", "--", "sh", "-c", "echo $${HOME}")).isZero();
    assertThat(jobs.requests.getFirst().job().command())
        .containsExactly("sh", "-c", "echo $$${HOME}");
  }

  @Test
  void valuesOfSecretsComeFromTheCallerAndAreToldToNobodyElse() {
    desk.file("job.yaml", JobScripts.JOB + "secrets: [API_KEY, OTHER]\n");

    assertThat(desk.plumb("run", "job.yaml")).isEqualTo(ExitCode.REFUSED);
    assertThat(desk.err()).contains("secret API_KEY").contains("secret OTHER");

    desk.environment.put("API_KEY", "s3cret");
    desk.environment.put("OTHER", "0ther");
    assertThat(desk.plumb("run", "job.yaml")).isZero();
    RunRequest request = jobs.requests.getFirst();
    assertThat(request.secrets()).containsEntry("API_KEY", "s3cret");
    assertThat(request.toString() + request.job()).doesNotContain("s3cret");
    assertThat(desk.out() + desk.err()).doesNotContain("s3cret");
  }

  @Test
  void aLostControllerIsComeBackToWhereTheLogEnded() {
    jobs.losesAfter = 6;

    assertThat(desk.plumb("run", "job.yaml")).isZero();

    assertThat(desk.controller.asked).contains("follow 7 from 20, wait");
    assertThat(desk.out().lines()).containsExactly("[0 master] epoch 1: 0.981", "bye");
    assertThat(desk.err())
        .contains("the controller went away; coming back to job 7")
        .contains("[3 worker1] warning")
        .contains("job 7 succeeded");
  }

  @Test
  void aControllerThatIsLostBeforeTheJobHasANumberIsExitCode125() {
    jobs.losesAfter = 0;

    assertThat(desk.plumb("run", "job.yaml")).isEqualTo(ExitCode.LOST);
  }

  @Test
  void aCheckWhoseControllerIsLostSaysNotThatTheJobCouldStart() {
    jobs.events.clear();
    jobs.says(JobScripts.CHECKED);
    jobs.losesAfter = 1;

    assertThat(desk.plumb("run", "--dry-run", "job.yaml")).isEqualTo(ExitCode.LOST);
    assertThat(desk.out()).isEmpty();
    assertThat(desk.err()).contains("the controller went away");
  }

  @Test
  void outputsThatCannotBeHadSayNothingOfTheStart() {
    assertThat(desk.plumb("run", "job.yaml", "--fetch", "results")).isEqualTo(ExitCode.ERROR);
    assertThat(desk.err()).contains("job 7 succeeded").contains("there is no content ");
  }

  @Test
  void outputsAreFetchedAtTheEnd() {
    jobs.has(JobScripts.SUCCEEDED);

    assertThat(desk.plumb("run", "job.yaml", "--fetch", "results/7")).isZero();

    assertThat(directory.resolve("results/7/metrics.json")).hasContent("metrics.json");
    assertThat(directory.resolve("results/7/plots/curve.png")).hasContent("plots/curve.png");
  }

  @Test
  void againRunsWhatIsStillKept() {
    jobs.record = JobScripts.FAILED;
    assertThat(desk.plumb("run", "--again", "7")).isEqualTo(ExitCode.REFUSED);
    assertThat(desk.err()).contains("1 file of job 7 can no longer be had");

    jobs.contents.put("0123456789abcdef".repeat(4), new byte[0]);
    assertThat(desk.plumb("run", "--again", "7", "--np", "2", "--env", "X=${y}")).isZero();
    AskedJob asked = jobs.requests.getFirst().job();
    assertThat(asked.name()).isEqualTo("mnist");
    assertThat(asked.ranks()).isEqualTo(2);
    assertThat(asked.env()).isEqualTo(Map.of("X", "$${y}"));
  }

  @Test
  void aFolderThatChangesWhileItIsSentIsOneErrorAndStartsNothing() throws IOException {
    desk.file("d/a", "a").file("d/b", "b");
    desk.file("job.yaml", "{job: x, kind: command, command: [ls], inputs: {d: d}}");
    jobs.onPut =
        () -> {
          try {
            Files.deleteIfExists(directory.resolve("d/b"));
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        };

    assertThat(desk.plumb("run", "job.yaml")).isEqualTo(ExitCode.REFUSED);

    assertThat(desk.err()).contains("d/b went away while it was being sent");
    assertThat(jobs.requests).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "run,                       there is nothing to run",
    "run job.yaml -- ls,        more than one thing to run",
    "run --again 7 --set a=b,   no use",
    "run -d --fetch x job.yaml, needs somebody who follows",
    "run job.yaml --set x,      needs NAME=VALUE",
    "run job.yaml --env NOBODY, the environment has no NOBODY",
    "run --again x,             not the number of a job",
    "run job.yaml --np 0,       --np needs a number",
    "fetch 7,                   nobody says where to",
    "drain worker1,             nobody would know why",
    "drain worker9 --reason x,  did you mean 'worker1'",
    "logs --rank x,             needs the number of a rank"
  })
  void wrongUsageIsTold(String line, String message) {
    assertThat(desk.plumb(line.split(" "))).isIn(ExitCode.ERROR, ExitCode.REFUSED);
    assertThat(desk.err()).contains(message);
    assertThat(jobs.requests).isEmpty();
  }

  @Test
  void theWordsBehindTheDashesAreNoOptions() {
    assertThat(desk.plumb("run", "--", "ls", "--np", "-d")).isZero();
    assertThat(jobs.requests.getFirst().job().command()).isEqualTo(List.of("ls", "--np", "-d"));
  }
}
