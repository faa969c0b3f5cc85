package dev.plumbline.controller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.rpc.agents.AgentKey;
import dev.plumbline.controller.rpc.agents.Hellos;
import dev.plumbline.controller.rpc.agents.JobAgent;
import dev.plumbline.controller.rpc.agents.ScriptedAgent;
import dev.plumbline.controller.rpc.control.ControlClient;
import dev.plumbline.controller.rpc.control.Inventories;
import dev.plumbline.controller.rpc.control.JobCommands;
import dev.plumbline.controller.rpc.control.Told;
import dev.plumbline.proto.v1.Applied;
import dev.plumbline.proto.v1.ApplyCommand;
import dev.plumbline.proto.v1.ApplyRequest;
import dev.plumbline.proto.v1.Bundle;
import dev.plumbline.proto.v1.EnrollmentReply;
import dev.plumbline.proto.v1.EnrollmentRequest;
import dev.plumbline.proto.v1.FollowJob;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.proto.v1.HistoryReport;
import dev.plumbline.proto.v1.HistoryRequest;
import dev.plumbline.proto.v1.JobEvent;
import dev.plumbline.proto.v1.JobState;
import dev.plumbline.proto.v1.RunEvent;
import dev.plumbline.proto.v1.RunJobCommand;
import dev.plumbline.proto.v1.SignAgentReply;
import dev.plumbline.proto.v1.SignAgentRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A controller that is killed in the middle of an apply, as a process. */
class KillTest {
  private static final Bundle ONE = new Inventories().bare("master").bundle();

  @TempDir Path directory;
  private Optional<Process> process = Optional.empty();

  @AfterEach
  void end() {
    process.ifPresent(Process::destroyForcibly);
  }

  private List<String> command(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                ControllerMain.class.getName(),
                "--state",
                directory.resolve(".plumbline").toString()));
    command.addAll(List.of(words));
    return command;
  }

  private ControlClient start() throws IOException {
    Path socket = directory.resolve("s");
    Path errors = directory.resolve("errors");
    Process started =
        new ProcessBuilder(command("--socket", socket.toString(), "--listen", Loopback.OWN))
            .redirectError(errors.toFile())
            .start();
    process = Optional.of(started);
    try (var out = started.inputReader()) {
      String ready = out.readLine();
      assertThat(ready).as(Files.readString(errors)).startsWith("ready " + socket + " ");
      assertThat(out.readLine()).as("the rest of its output").isNull();
    }
    return new ControlClient(socket);
  }

  @Test
  void theAgentFinishesOnItsOwnAndTheNextApplyCarriesOn() throws Exception {
    ControlClient control = start();
    Rig.Enrolled master = enroll(control);
    ScriptedAgent agent = dial(master, "");
    ControlClient.Call call = control.open("Apply", apply());
    ApplyRequest first = agent.next().getApply();

    process.orElseThrow().destroyForcibly().waitFor();
    call.close();
    control = start();

    assertThat(
            control
                .call("History", HistoryRequest.getDefaultInstance(), HistoryReport.parser())
                .getEntries(0)
                .getNote())
        .isEqualTo("the controller ended before the run did");
    ScriptedAgent back = dial(master, first.getRequest());
    ControlClient.Call again = control.open("Apply", apply());
    back.say(applied(first));
    assertThat(back.next().getAcknowledge().getRequest()).isEqualTo(first.getRequest());
    ApplyRequest second = back.next().getApply();
    assertThat(second.getCatalog()).isEqualTo(first.getCatalog());
    assertThat(second.getRequest()).isNotEqualTo(first.getRequest());
    back.say(applied(second));

    List<RunEvent> events = new ArrayList<>();
    again.forEach(RunEvent.parser(), events::add);
    assertThat(new Told(events).exitCode()).isZero();
    agent.close();
    back.close();
  }

  @Test
  void aJobThatRunsGoesOnAndNothingOfItsLogIsLost() throws Exception {
    ControlClient control = start();
    JobAgent agent = JobAgent.connect(enroll(control), Hellos.of("master", "m1").build());
    assertThat(new Told(control.stream("Apply", apply(), RunEvent.parser())).exitCode()).isZero();
    ControlClient.Call call =
        control.open(
            "RunJob", RunJobCommand.newBuilder().setJob(JobCommands.command("master")).build());
    JobCommands.untilPhase(call, JobState.Phase.RUNNING);
    agent.writes(1, "one\ntwo\nthr");
    JobCommands.until(call, event -> event.getOutput().getText().equals("two"));

    process.orElseThrow().destroyForcibly().waitFor();
    call.close();
    agent.writes(1, "ee\n");
    control = start();
    agent.reconnect();
    ControlClient.Call again =
        control.open("Follow", FollowJob.newBuilder().setJob(1).setWait(true).build());
    JobCommands.untilPhase(again, JobState.Phase.RUNNING);
    agent.ends(1, 0);

    List<JobEvent> rest = JobCommands.rest(again);
    assertThat(JobCommands.lines(rest)).containsExactly("one", "two", "three");
    assertThat(rest.getLast().getDone().getRecord().getExitCode()).isZero();
    agent.close();
  }

  private static ApplyCommand apply() {
    return ApplyCommand.newBuilder().setBundle(ONE).build();
  }

  private static Rig.Enrolled enroll(ControlClient control) {
    EnrollmentReply enrollment =
        control.call(
            "Enrollment",
            EnrollmentRequest.newBuilder().setBundle(ONE).build(),
            EnrollmentReply.parser());
    AgentKey key = AgentKey.make();
    SignAgentReply signed =
        control.call(
            "SignAgent",
            SignAgentRequest.newBuilder()
                .setNode("master")
                .setMachineId("m1")
                .setCsr(key.request())
                .build(),
            SignAgentReply.parser());
    return new Rig.Enrolled(
        enrollment.getPort(), enrollment.getCaCertificate(), key, signed.getCertificate());
  }

  private static ScriptedAgent dial(Rig.Enrolled master, String running) {
    ScriptedAgent agent = master.dial();
    agent.hello(Hellos.of("master", "m1").setRunning(running).build());
    assertThat(agent.next().hasWelcome()).isTrue();
    return agent;
  }

  private static FromAgent applied(ApplyRequest request) {
    return FromAgent.newBuilder()
        .setApplied(
            Applied.newBuilder()
                .setRequest(request.getRequest())
                .setCatalogHash(request.getCatalog().getHash())
                .setRevision(request.getCatalog().getRevision())
                .setUnchanged(1))
        .build();
  }

  @Test
  void aDamagedDatabaseIsOneClearLine() throws Exception {
    Path state = Files.createDirectories(directory.resolve(".plumbline"));
    Files.writeString(
        state.resolve("plumbline.db"), "no database at all, but some text. ".repeat(99));
    Process failed =
        new ProcessBuilder(command("--socket", directory.resolve("s").toString())).start();
    String errors = new String(failed.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(failed.waitFor()).isEqualTo(1);
    assertThat(errors.lines())
        .singleElement()
        .asString()
        .startsWith("controller: ")
        .contains("plumbline.db is damaged or not a database of this controller");
  }
}
