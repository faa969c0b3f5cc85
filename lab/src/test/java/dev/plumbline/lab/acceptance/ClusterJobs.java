package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.node.LabNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The job of {@link EndingRanks} on a cluster, and what is left of it afterwards. */
final class ClusterJobs {
  /** Waits for ten seconds; prints what is still there then. Not systemd's own for a login. */
  private static final String LEFT =
      """
      left() {
        pgrep -u mpihpc -a | grep -v -e 'systemd --user' -e '(sd-pam)'
        systemctl list-units --all --no-legend --plain 'plumbline-job-*' 'plumbline-orted-*'
        ls -d /tmp/ompi.* /dev/shm/vader_* /var/lib/plumbline/jobs/* /run/plumbline*/*.env 2>/dev/null
      }
      for i in $(seq 100); do
        left=$(left)
        [ -z "$left" ] && exit 0
        sleep 0.1
      done
      echo "$left"
      """;

  private final RealCluster cluster;
  private final Path directory;
  private final String file;
  private int runs;

  private ClusterJobs(RealCluster cluster, Path directory, String file) {
    this.cluster = cluster;
    this.directory = directory;
    this.file = file;
  }

  ClusterJobs(RealCluster cluster, Path directory) {
    this(cluster, directory, "ends.yaml");
    try {
      Files.writeString(directory.resolve("ends.py"), EndingRanks.PROGRAM);
      Files.writeString(directory.resolve("ends.yaml"), EndingRanks.JOB);
      Files.writeString(directory.resolve("growing.yaml"), EndingRanks.GROWING);
      Files.writeString(
          directory.resolve("elsewhere.yaml"), EndingRanks.JOB + "nodes: [master, worker9]\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with another job file, which is in the directory. */
  ClusterJobs of(String name) {
    return new ClusterJobs(cluster, directory, name);
  }

  private String[] words(List<String> settings, String... more) {
    List<String> words = new ArrayList<>(List.of("run", directory.resolve(file).toString()));
    settings.forEach(setting -> words.addAll(List.of("--set", setting)));
    words.addAll(Arrays.asList(more));
    return words.toArray(String[]::new);
  }

  /** Runs it to its end, and insists on the exit code and that nothing is left of it. */
  Finished run(int exit, String... settings) {
    Finished finished = cluster.plumb().expect(exit, words(List.of(settings)));
    assertNothingIsLeft();
    return finished;
  }

  /** Runs it beside the test, until its ranks are at work. */
  FollowedRun start(List<String> settings, String... more) throws InterruptedException {
    FollowedRun run = beside(words(settings, more));
    run.awaits("\\[0 master\\] tick 2\n");
    return run;
  }

  /** A command that runs beside the test. */
  FollowedRun beside(String... words) {
    return FollowedRun.start(cluster.plumb(), directory.resolve(file + ++runs + ".log"), words);
  }

  /** What is kept of a job; the newest, if none is named. */
  Printed job(String... number) {
    List<String> words = new ArrayList<>(List.of("job", "--output", "json"));
    words.addAll(Arrays.asList(number));
    return Printed.of(cluster.plumb().expect(0, words.toArray(String[]::new)));
  }

  /** Within ten seconds neither a process nor a unit nor a file of any job is on any node. */
  void assertNothingIsLeft() {
    for (LabNode node : cluster.nodes()) {
      assertThat(node.run(LEFT)).as("left on %s", node.name()).isEmpty();
    }
  }

  /** The process of a rank, as it says itself. */
  static String pid(FollowedRun run, int rank) throws InterruptedException {
    return run.awaits("\\[" + rank + " \\w+\\] pid (\\d+)\n").group(1);
  }

  /** As if power failed under the controller. */
  void killController() {
    try {
      String pid = Files.readString(cluster.plumb().state().resolve("controller.lock")).strip();
      Command.of("kill", "-9", pid).output("killing the controller");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the controller hears every agent again. */
  void awaitAgents() throws InterruptedException {
    for (int i = 0; i < 300 && connected() < cluster.nodes().size(); i++) {
      Thread.sleep(100);
    }
    assertThat(connected()).isEqualTo(cluster.nodes().size());
  }

  /** How many agents the controller hears. */
  long connected() {
    return Printed.of(cluster.plumb().run("status", "--output", "json"))
        .at("nodes")
        .items()
        .stream()
        .filter(node -> node.at("connected").text().equals("true"))
        .count();
  }
}
