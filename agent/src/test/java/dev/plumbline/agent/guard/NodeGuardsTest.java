package dev.plumbline.agent.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.agent.engine.Guarding;
import dev.plumbline.agent.engine.ProgressListener;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.guard.Guard;
import dev.plumbline.resources.host.processes.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeGuardsTest {
  private static final ResourceId WAY = ResourceId.parse("way[a]");
  private static final Duration WITHIN = Duration.ofSeconds(30);
  @TempDir Path directory;
  private final ShellUnits units = new ShellUnits();
  private final AtomicLong nanos = new AtomicLong();
  private final List<Announcement> announced = new ArrayList<>();
  private final List<String> guarding = new ArrayList<>();
  private final GuardListener listener =
      new GuardListener() {
        @Override
        public void guarding(String request, Duration within) {
          guarding.add(request + " " + within);
        }

        @Override
        public void armed(Announcement announcement) {
          announced.add(announcement);
        }
      };
  private final Vigil vigil = new Vigil(listener, this::now);
  private Duration passing = Duration.ZERO;
  private Path there = Path.of("");
  private Path absent = Path.of("");

  @BeforeEach
  void files() throws IOException {
    there = directory.resolve("it's there");
    absent = directory.resolve("$(absent)");
    Files.writeString(there, "before\n");
    Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rw-r-----"));
  }

  /** As a start of the agent does. */
  private NodeGuards guards() {
    return new NodeGuards(directory.resolve("guard"), units, vigil, new Random(1), this::now);
  }

  /** Time stands still, or passes with every look at it. */
  private long now() {
    return nanos.addAndGet(passing.toNanos());
  }

  private Guard guard(Guard.Address... addresses) {
    return new Guard(
        List.of(there, absent),
        List.of(
            Command.of("sh", "-c", "exit 3"),
            Command.of("sh", "-c", "echo \"$A|$1\" >'" + directory + "/ran'", "x", "it's $HOME")
                .with("A", "a b")),
        List.of(addresses),
        WITHIN);
  }

  private Guarding.Armed arm(Guard.Address... addresses) throws Failure {
    return guards().during("r1").arm(Map.of(WAY, guard(addresses)), ProgressListener.NONE);
  }

  private void change() throws IOException {
    Files.writeString(there, "after\n");
    Files.setPosixFilePermissions(there, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.writeString(absent, "after\n");
  }

  private void assertAsBefore() throws IOException {
    assertThat(there).hasContent("before\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(there)))
        .isEqualTo("rw-r-----");
    assertThat(absent).doesNotExist();
  }

  private Path script() throws Failure {
    return GuardFolder.all(directory.resolve("guard")).getFirst().script();
  }

  private Mark mark() throws Failure {
    return GuardFolder.all(directory.resolve("guard")).getFirst().mark();
  }

  /** Does this as soon as the guard waits. */
  private void whileWaiting(ThrowingRunnable doing) {
    vigil.redialWith(() -> {
      try {
        doing.run();
      } catch (Failure e) {
        throw new IllegalStateException(e);
      }
    });
  }

  private interface ThrowingRunnable {
    void run() throws Failure;
  }

  private String guardId() {
    return announced.getLast().guard();
  }

  @Test
  void whatIsConfirmedOverANewConnectionStays() throws Exception {
    Guarding.Armed armed = arm();
    change();
    whileWaiting(() -> {
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
      vigil.connected();
      vigil.confirmed(guardId());
    });
    assertThat(armed.confirm()).isEmpty();
    assertThat(announced.getFirst().request()).isEqualTo("r1");
    assertThat(announced.getFirst().remaining()).isEqualTo(Duration.ofSeconds(29));
    assertThat(units.log).containsExactly("arm 30", "disarm");
    assertThat(guarding).containsExactly("r1 PT30S");
    ShellUnits.shell(script(), RestoreScript.ONCE);
    ShellUnits.shell(script(), RestoreScript.AGAIN);
    ShellUnits.shell(script(), "boot");
    assertThat(there).hasContent("after\n");
    guards().forget("r1");
    assertThat(directory.resolve("guard")).isEmptyDirectory();
  }

  @Test
  void aConfirmationOfAnotherGuardDoesNotCount() throws Exception {
    Guarding.Armed armed = arm();
    change();
    whileWaiting(() -> {
      vigil.connected();
      vigil.confirmed("another");
      ShellUnits.shell(script(), RestoreScript.ONCE);
    });
    assertThat(armed.confirm().orElseThrow().how())
        .startsWith("after 30 s: the controller did not confirm it");
  }

  @Test
  void whatTheTimerUndoesIsSaidWithTheControllersReason() throws Exception {
    Guarding.Armed armed = arm();
    change();
    whileWaiting(() -> {
      vigil.connected();
      vigil.doubted(guardId(), "n2 could not reach 192.0.2.1:5 (no route to host)");
      vigil.disconnected("reset");
      ShellUnits.shell(script(), RestoreScript.ONCE);
    });
    Guarding.RolledBack back = armed.confirm().orElseThrow();
    assertThat(back.how())
        .isEqualTo(
            "after 30 s: n2 could not reach 192.0.2.1:5 (no route to host); not all could be put"
                + " back: 'sh -c exit 3' ended with 3");
    assertAsBefore();
    assertThat(directory.resolve("ran")).hasContent("a b|it's $HOME\n");
    assertThat(vigil.isKept()).isFalse();
  }

  @Test
  void aNodeThatCannotReachTheControllerSaysWhy() throws Exception {
    Guarding.Armed armed = arm();
    change();
    whileWaiting(() -> {
      vigil.disconnected("network is unreachable");
      ShellUnits.shell(script(), RestoreScript.ONCE);
    });
    assertThat(armed.confirm().orElseThrow().how())
        .startsWith(
            "after 30 s: the agent could not reach the controller again (network is unreachable)");
  }

  @Test
  void aTimerThatDoesNotComeIsNotWaitedForForEver() throws Exception {
    Guarding.Armed armed = arm();
    change();
    whileWaiting(() -> passing = Duration.ofSeconds(1));
    armed.confirm();
    assertThat(units.log).contains("run again");
    assertAsBefore();
  }

  @Test
  void anAddressThatNoInterfaceHasIsNamed() throws Exception {
    Guarding.Armed armed = arm(new Guard.Address("192.0.2.1", 24));
    change();
    passing = Duration.ofSeconds(20);
    assertThat(armed.confirm().orElseThrow().how())
        .startsWith("after 30 s: cannot listen on 192.0.2.1: ");
    assertAsBefore();
  }

  @Test
  void aChangeThatFailedIsUndoneAtOnce() throws Exception {
    Guarding.Armed armed = arm();
    change();
    assertThat(armed.rollBack().how()).startsWith("at once; not all");
    assertThat(units.log).containsExactly("arm 30", "run once", "disarm");
    assertAsBefore();
  }

  @Test
  void aChangeThatWentOnWhileItWasUndoneIsUndoneAgain() throws Exception {
    Guarding.Armed armed = arm();
    ShellUnits.shell(script(), RestoreScript.ONCE);
    change();
    assertThat(armed.confirm().orElseThrow().how())
        .startsWith("after 30 s, while it was being changed");
    assertAsBefore();
    assertThat(mark()).isEqualTo(Mark.RESTORED);
  }

  @Test
  void whatAnAgentLeftArmedIsUndoneByTheNext() throws Exception {
    arm();
    change();
    assertThat(guards().settle("r0")).isEmpty();
    assertThat(there).hasContent("after\n");
    Map<ResourceId, Guarding.RolledBack> undone = guards().settle("r1");
    assertThat(undone.toString()).contains("because the agent ended before it was confirmed");
    assertAsBefore();
    // Asked again before its report is safe, it says the same.
    assertThat(guards().settle("r1")).isEqualTo(undone);
  }

  @Test
  void aRestartOfTheNodePutsTheFilesBackAndNothingElse() throws Exception {
    arm();
    change();
    ShellUnits.shell(script(), "boot");
    assertAsBefore();
    assertThat(directory.resolve("ran")).doesNotExist();
    assertThat(guards().settle("r1").get(WAY))
        .extracting(Guarding.RolledBack::how)
        .isEqualTo("because the node restarted before it was confirmed");
  }

  @Test
  void whatWasCutShortIsCarriedOn() throws Exception {
    arm();
    change();
    Files.move(script().resolveSibling("pending"), script().resolveSibling("restoring"));
    ShellUnits.shell(script(), RestoreScript.ONCE);
    assertThat(there).hasContent("after\n");
    ShellUnits.shell(script(), "boot");
    assertAsBefore();
  }

  @Test
  void whatWasConfirmedBeforeTheAgentDiedIsLeftToTheNode() throws Exception {
    arm();
    change();
    Files.move(script().resolveSibling("pending"), script().resolveSibling("confirmed"));
    assertThat(guards().settle("r1")).isEmpty();
    guards().forgetAll();
    assertThat(directory.resolve("guard")).isEmptyDirectory();
    assertThat(there).hasContent("after\n");
  }

  @Test
  void aGuardThatNobodyCanReportIsUndoneAndForgotten() throws Exception {
    arm();
    change();
    guards().forgetAll();
    assertAsBefore();
    assertThat(directory.resolve("guard")).isEmptyDirectory();
  }

  @Test
  void anAgentThatGoesUndoesWhatIsNotConfirmed() throws Exception {
    guards()
        .during("r1")
        .arm(
            Map.of(WAY, new Guard(List.of(there, absent), List.of(), List.of(), WITHIN)),
            ProgressListener.NONE);
    change();
    assertThat(unconfirmed().undo()).containsExactly(WAY);
    assertAsBefore();
    assertThat(units.log).containsExactly("arm 30", "run once", "disarm");
    assertThat(unconfirmed().undo()).isEmpty();
  }

  @Test
  void anAgentThatGoesLeavesWhatIsConfirmed() throws Exception {
    arm();
    change();
    Files.move(script().resolveSibling("pending"), script().resolveSibling("confirmed"));
    assertThat(unconfirmed().undo()).isEmpty();
    assertThat(there).hasContent("after\n");
  }

  @Test
  void anAgentDoesNotGoWhileSomethingCannotBePutBack() throws Exception {
    arm();
    change();
    for (String mode : List.of(RestoreScript.ONCE, RestoreScript.AGAIN)) {
      assertThatThrownBy(() -> unconfirmed().undo())
          .isInstanceOf(Failure.class)
          .hasMessage(
              "a change that was not confirmed could not be undone: 'sh -c exit 3' ended with 3");
      assertThat(units.log).contains("run " + mode);
    }
  }

  private Unconfirmed unconfirmed() {
    return new Unconfirmed(directory.resolve("guard"), units, this::now);
  }

  @Test
  void withoutATimerNothingIsLeftBehind() {
    units.breakDown();
    assertThatThrownBy(this::arm).isInstanceOf(Failure.class).hasMessage("systemd is gone");
    assertThat(directory.resolve("guard")).isEmptyDirectory();
  }

  @Test
  void aLinkIsNotKept() throws IOException {
    Files.createSymbolicLink(absent, there);
    assertThatThrownBy(this::arm)
        .isInstanceOf(Failure.class)
        .hasMessage("cannot keep " + absent + " as it is: it is no regular file");
  }
}
