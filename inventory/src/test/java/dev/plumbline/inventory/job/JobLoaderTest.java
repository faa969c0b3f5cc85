package dev.plumbline.inventory.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLoaderTest {
  @TempDir Path directory;
  private JobRig rig;

  @BeforeEach
  void makeRig() {
    rig = new JobRig(directory);
  }

  @Test
  void threeLinesAreAJob() throws IOException {
    Job job = rig.job("job: hello\nkind: command\ncommand: [hostname]\n", JobChanges.NONE);

    assertThat(job.document().command()).containsExactly("hostname");
    assertThat(job.nodes()).isEqualTo(new JobNodes(List.of(), 0));
    assertThat(job.user()).isEqualTo("mpihpc");
    assertThat(job.network()).contains("192.168.56.0/24");
    assertThat(job.document().limitsOrNone()).isEqualTo(JobLimits.NONE);
  }

  @Test
  void everyKeyIsRead() throws IOException {
    rig.jar("app.jar", "org.example.Main").write("data/a/x.txt", "x").write("data/b.class", "b");
    Job job =
        rig.job(
            """
            job: all
            kind: mpi
            vars: {epochs: 5, name: "n-${epochs}"}
            ranks: 4
            nodes: [workers]
            user: somebody
            java: {jar: app.jar, main: org.example.Main, options: ["-Xmx${epochs}g"]}
            args: [--data, "${inputs.data}", "${name}", "$${x}", "${env.USER}"]
            inputs: {data: {path: data, exclude: ["*.class"]}}
            outputs: {required: [model.bin], optional: ["*.png"]}
            env: {OUT: "${outputs}/x", W: "${work}"}
            secrets: [API_KEY]
            limits: {max_runtime: 1h30m, memory_per_rank: 1GiB}
            retry: {times: 2}
            mpi: {launcher: ssh, oversubscribe: true, mca: {btl_tcp_links: 2}}
            """,
            JobChanges.NONE);

    JobDocument read = job.document();
    assertThat(read.args()).containsExactly("--data", "${inputs.data}", "n-5", "$${x}", "somebody");
    assertThat(read.java().orElseThrow().options()).containsExactly("-Xmx5g");
    assertThat(read.env()).containsEntry("OUT", "${outputs}/x").containsEntry("W", "${work}");
    assertThat(read.limitsOrNone().maxRuntime().orElseThrow().duration())
        .isEqualTo(Duration.ofMinutes(90));
    assertThat(read.limitsOrNone().memoryPerRank().orElseThrow().bytes()).isEqualTo(1L << 30);
    assertThat(read.retryOrNever().on()).containsExactly(RetryCause.NODE_LOST);
    assertThat(read.mpiOrDefault())
        .isEqualTo(
            new MpiSettings(Launcher.SSH, true, Optional.empty(), Map.of("btl_tcp_links", "2")));
    assertThat(job.nodes().names()).containsExactly("worker1", "worker2");
    assertThat(job.program()).extracting(LocalFile::path).containsExactly("app.jar");
    assertThat(job.inputs().getFirst().files())
        .extracting(LocalFile::path)
        .containsExactly("a/x.txt");
    assertThat(job.inputs().getFirst().excluded()).isEqualTo(1);
  }

  @Test
  void whatTheCallerSetsGoesBeforeTheFile() throws IOException {
    Job job =
        rig.job(
            """
            job: set
            kind: mpi
            vars: {epochs: 5, seed: }
            ranks: 2
            command: [train, "${epochs}", "${seed}", "${free}"]
            env: {A: a, B: b}
            """,
            new JobChanges(
                Map.of("epochs", "9", "seed", "${7}", "free", "f"),
                Map.of("B", "${outputs}"),
                Optional.of(6),
                List.of("master", "workers")));

    assertThat(job.document().command()).containsExactly("train", "9", "$${7}", "f");
    assertThat(job.document().env()).containsEntry("A", "a").containsEntry("B", "$${outputs}");
    assertThat(job.document().ranks()).contains(6);
    assertThat(job.nodes().names()).containsExactly("master", "worker1", "worker2");
  }

  @Test
  void aNumberOfNodesIsNoName() throws IOException {
    Job job = rig.job("{job: two, kind: command, command: [true], nodes: 2}", JobChanges.NONE);

    assertThat(job.nodes()).isEqualTo(new JobNodes(List.of(), 2));
  }

  @Test
  void aProgramThatWasTypedIsAJob() throws IOException {
    JobChanges ranks = new JobChanges(Map.of(), Map.of(), Optional.of(6), List.of());

    Job mpi = rig.program(ranks, "/bin/echo", "${HOME}");
    Job command = rig.program(JobChanges.NONE, "hostname");

    assertThat(mpi.document().kind()).isEqualTo(JobKind.MPI);
    assertThat(mpi.document().job()).isEqualTo("echo");
    assertThat(mpi.document().command()).containsExactly("/bin/echo", "$${HOME}");
    assertThat(mpi.source()).isEmpty();
    assertThat(command.document().kind()).isEqualTo(JobKind.COMMAND);
  }

  @Test
  void linksAreFollowedAndEmptyFoldersTold() throws IOException {
    rig.write("elsewhere/one.txt", "1").write("elsewhere/run.sh", "#!/bin/sh\n");
    Files.createDirectories(directory.resolve("data/empty"));
    Files.createSymbolicLink(directory.resolve("data/link"), directory.resolve("elsewhere"));
    assertThat(directory.resolve("elsewhere/run.sh").toFile().setExecutable(true)).isTrue();

    Job job =
        rig.job("{job: a, kind: command, command: [ls], inputs: {d: data/}}", JobChanges.NONE);

    InputFiles input = job.inputs().getFirst();
    assertThat(input.files())
        .extracting(LocalFile::path)
        .containsExactly("link/one.txt", "link/run.sh");
    assertThat(input.files()).extracting(LocalFile::executable).containsExactly(false, true);
    assertThat(input.emptyFolders()).containsExactly("empty");
  }

  @Test
  void excludesNamesPathsAndFolders() throws IOException {
    rig.write("d/a.class", "")
        .write("d/x/b.class", "")
        .write("d/build/y", "")
        .write("d/z/build", "");
    rig.write("d/out/t.tmp", "").write("d/x/t.tmp", "").write("d/keep", "");

    Job job =
        rig.job(
            """
            job: a
            kind: command
            command: [ls]
            inputs: {d: {path: d, exclude: ["*.class", "build/", "out/*.tmp"]}}
            """,
            JobChanges.NONE);

    assertThat(job.inputs().getFirst().files())
        .extracting(LocalFile::path)
        .containsExactly("keep", "x/t.tmp", "z/build");
  }

  @Test
  void aSparkJobHasAJarAndItsLibraries() throws IOException {
    rig.jar("app.jar", "a.B").jar("lib.jar", "B");

    Job jar =
        rig.job(
            """
            {job: a, kind: spark, jar: app.jar, main: a.B, conf: {spark.x: 1},
             executors: {count: 2, cores: 1, memory: 1GiB}, driver: {memory: 512MiB}}
            """,
            JobChanges.NONE);
    Job two = rig.job("{job: a, kind: spark, jar: [app.jar, lib.jar], main: B}", JobChanges.NONE);

    assertThat(jar.program()).extracting(LocalFile::path).containsExactly("app.jar");
    assertThat(jar.document().executorsOrDefault().count()).contains(2);
    assertThat(two.program()).extracting(LocalFile::path).containsExactly("app.jar", "lib.jar");
  }

  @Test
  void aPythonProgramGoesBeforeItsLibraries() throws IOException {
    rig.write("app.py", "").jar("lib.jar");

    Job job = rig.job("{job: a, kind: spark, python: app.py, jar: lib.jar}", JobChanges.NONE);

    assertThat(job.program()).extracting(LocalFile::path).containsExactly("app.py", "lib.jar");
  }
}
