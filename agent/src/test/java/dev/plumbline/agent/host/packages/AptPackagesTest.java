package dev.plumbline.agent.host.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.host.packages.Packages.Mark;
import dev.plumbline.resources.host.packages.Simulation;
import dev.plumbline.resources.host.packages.Transaction;
import dev.plumbline.resources.host.processes.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AptPackagesTest {
  private static final Transaction SL = new Transaction(List.of("sl"), List.of(), false, false);
  private static final Result FINE = new Result(0, "", "");

  @TempDir Path root;

  private long now;
  private final ScriptedProcesses processes = new ScriptedProcesses();
  private AptPackages packages;

  @BeforeEach
  void makeNode() throws IOException {
    Files.createDirectories(root.resolve("var/lib/dpkg/updates"));
    Files.createDirectories(root.resolve("proc"));
    Files.createDirectories(root.resolve("etc/apt/sources.list.d"));
    Files.writeString(root.resolve("proc/locks"), "");
    Files.writeString(root.resolve("var/lib/dpkg/status"), Captured.text("status"));
    processes.answer("update", FINE);
    processes.answer("policy", new Result(0, Captured.text("policy.txt"), ""));
    processes.answer("--simulate", new Result(0, Captured.text("simulate-install.txt"), ""));
    processes.answer("apt-mark", FINE);
    processes.answer("--configure", FINE);
    packages = new AptPackages(root, processes, () -> now);
  }

  private String configuration() {
    return "--config-file=" + root.resolve("run/plumbline-apt/apt.conf");
  }

  private void offers() throws Failure {
    packages.offers(Set.of("openmpi-bin", "libc6"), Progress.SILENT);
  }

  @Test
  void asksAptOnceWhileNothingChanges() throws Failure {
    offers();
    offers();
    packages.simulate(SL, Progress.SILENT);
    assertThat(packages.simulate(SL, Progress.SILENT)).isInstanceOf(Simulation.Possible.class);
    assertThat(processes.started())
        .containsExactly(
            "apt-get " + configuration() + " update",
            "apt-cache " + configuration() + " policy libc6 openmpi-bin",
            "apt-get "
                + configuration()
                + " --simulate --option=Dir::Log::Planner= --yes --allow-downgrades install sl");
  }

  @Test
  void asksAgainWhenDpkgHasDoneSomething() throws Exception {
    offers();
    Files.writeString(root.resolve("var/lib/dpkg/status"), Captured.text("status") + "\n");
    offers();
    assertThat(processes.started()).hasSize(3);
  }

  @Test
  void fetchesTheListsAgainAfterTenMinutes() throws Failure {
    offers();
    now += Duration.ofMinutes(11).toNanos();
    offers();
    assertThat(processes.started()).hasSize(4);
  }

  @Test
  void fetchesTheListsAgainWhenTheArchivesAreOthers() throws Exception {
    offers();
    Files.writeString(root.resolve("etc/apt/sources.list.d/x.list"), "deb http://x/ ./\n");
    offers();
    assertThat(processes.started()).hasSize(4);
  }

  @Test
  void anArchiveThatFailsIsNamedAndTriedAgain() throws Failure {
    processes.answer("update", new Result(0, "", Captured.text("update-refused.err")));
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(this::offers)
          .isInstanceOf(Failure.class)
          .hasMessageStartingWith(
              "a package archive cannot be read: Failed to fetch http://127.0.0.1:9/debian/");
    }
    processes.answer("update", FINE);
    offers();
    assertThat(processes.started()).hasSize(4);
  }

  @Test
  void asksWithTheWholeStatusAfterAnInterruptedDpkg() throws Exception {
    Files.writeString(root.resolve("var/lib/dpkg/updates/0073"), Captured.text("updates/0073"));
    packages.simulate(SL, Progress.SILENT);
    assertThat(processes.started().getLast())
        .contains("--option=Dir::State::status=" + root.resolve("run/plumbline-apt/status"));
  }

  @Test
  void carriesOutWhatOutlivesTheAgentAndAsksNothing() throws Failure {
    processes.answer("exec", new Result(0, Captured.text("install.txt"), ""));
    Transaction both = new Transaction(List.of("sl=5"), List.of("snapd"), true, true);
    assertThat(packages.carryOut(both, Progress.SILENT)).isEmpty();
    assertThat(processes.started()).hasSize(1);
    assertThat(processes.started().getFirst())
        .startsWith("& apt: /bin/sh -c exec \"$@\" 3>&1 apt apt-get " + configuration())
        .contains("DPkg::Options::=--force-confold")
        .endsWith(
            "--yes --allow-downgrades --reinstall --allow-change-held-packages install sl=5 snapd-");
    assertThat(processes.detached().getFirst().environment())
        .containsEntry("DEBIAN_FRONTEND", "noninteractive")
        .containsEntry("NEEDRESTART_MODE", "l");
  }

  @Test
  void mendsAnInterruptedDpkgFirst() throws Exception {
    Files.writeString(root.resolve("var/lib/dpkg/updates/0073"), Captured.text("updates/0073"));
    processes.answer("exec", FINE);
    packages.carryOut(SL, Progress.SILENT);
    assertThat(processes.started().getFirst()).contains("dpkg").contains("--configure --pending");
    assertThat(processes.started()).hasSize(2);
  }

  @Test
  void tellsDpkgsFailuresByPackage() throws Failure {
    processes.answer("exec", new Result(100, Captured.text("install-fails.txt"), ""));
    assertThat(packages.carryOut(SL, Progress.SILENT)).containsOnlyKeys("plumbline-broken");
  }

  @Test
  void tellsAptsFailureInAptsWords() {
    processes.answer("exec", new Result(100, Captured.text("install-locked.txt"), ""));
    assertThatThrownBy(() -> packages.carryOut(SL, Progress.SILENT))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("apt failed: Unable to acquire the dpkg frontend lock");
  }

  @Test
  void marksPackages() throws Failure {
    packages.mark(Map.of(Mark.HOLD, List.of("sl", "vim")), Progress.SILENT);
    assertThat(processes.started()).containsExactly("apt-mark hold sl vim");
  }
}
