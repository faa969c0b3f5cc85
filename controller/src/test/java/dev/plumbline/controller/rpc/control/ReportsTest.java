package dev.plumbline.controller.rpc.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.controller.Rig;
import dev.plumbline.controller.rpc.agents.Eventually;
import dev.plumbline.controller.rpc.agents.Hellos;
import dev.plumbline.controller.rpc.agents.RelayAgent;
import dev.plumbline.proto.v1.Bundle;
import dev.plumbline.proto.v1.DescribeRequest;
import dev.plumbline.proto.v1.Description;
import dev.plumbline.proto.v1.EnrollmentReply;
import dev.plumbline.proto.v1.FactsQuery;
import dev.plumbline.proto.v1.FactsReport;
import dev.plumbline.proto.v1.HistoryEntry;
import dev.plumbline.proto.v1.NodeState.State;
import dev.plumbline.proto.v1.NodeStatus;
import dev.plumbline.proto.v1.RevokeAgentReply;
import dev.plumbline.proto.v1.RevokeAgentRequest;
import dev.plumbline.proto.v1.RunEvent;
import dev.plumbline.proto.v1.ShutdownReply;
import dev.plumbline.proto.v1.ShutdownRequest;
import dev.plumbline.proto.v1.StatusReport;
import dev.plumbline.proto.v1.StatusRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
  private static final Bundle PAIR = new Inventories().node("master").node("worker1").bundle();

  @TempDir Path directory;
  private Rig rig;
  private Commands commands;
  private RelayAgent master;

  @BeforeEach
  void start() {
    rig = Rig.start(directory);
    commands = new Commands(rig);
    master = RelayAgent.connect(rig.sign(PAIR, "master", "m1"), Hellos.of("master", "m1").build());
  }

  @AfterEach
  void end() {
    master.close();
    rig.close();
  }

  @Test
  void statusTellsEveryNodeOfTheInventory() {
    commands.apply(PAIR);

    StatusReport status = commands.status();

    assertThat(status.getCluster()).isEqualTo("test");
    assertThat(status.getGeneration()).isEqualTo(1);
    assertThat(status.getController()).contains("port " + rig.port());
    assertThat(status.getNodesList())
        .extracting(NodeStatus::getNode)
        .containsExactly("master", "worker1");
    NodeStatus first = status.getNodes(0);
    assertThat(first.getConnected()).isTrue();
    assertThat(first.getState().getState()).isEqualTo(State.CONVERGED);
    assertThat(first.getBuild()).isEqualTo("b1");
    assertThat(first.getRevision()).isEqualTo(1);
    assertThat(first.getAppliedMs()).isPositive();
    assertThat(status.getNodes(1).getState().getState()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void watchingTellsOfEveryChange() {
    try (ControlClient.Call watch =
        rig.control().open("Status", StatusRequest.newBuilder().setWatch(true).build())) {
      assertThat(watch.next(StatusReport.parser()).getNodes(0).getConnected()).isTrue();

      master.close();

      StatusReport report = watch.next(StatusReport.parser());
      while (report.getNodes(0).getConnected()) {
        report = watch.next(StatusReport.parser());
      }
      assertThat(report.getNodes(0).getState().getState()).isEqualTo(State.OFFLINE);
      assertThat(report.getNodes(0).getState().getNote()).isEmpty();
    }
  }

  @Test
  void historyTellsWhoRanWhatAndHowItEnded() {
    commands.plan(PAIR, "master");
    commands.apply(PAIR, "master");

    List<HistoryEntry> history = commands.history();

    assertThat(history).extracting(HistoryEntry::getVerb).containsExactly("apply", "plan");
    assertThat(history).extracting(HistoryEntry::getExitCode).containsExactly(0, 2);
    assertThat(history.getFirst().getNodes(0).getChanged()).isEqualTo(1);
  }

  @Test
  void factsAreAskedOfTheNodes() {
    FactsReport facts =
        rig.control().call("GetFacts", FactsQuery.getDefaultInstance(), FactsReport.parser());

    assertThat(facts.getNodes(0).getValuesMap()).containsEntry("node.name", "master");
    assertThat(facts.getNodes(1).getFailure()).isEqualTo("worker1 is not connected");
  }

  @Test
  void enrollmentTellsWhoIsConnectedAndWhereAgentsDial() {
    EnrollmentReply enrollment = rig.enroll(PAIR);

    assertThat(enrollment.getConnectedList()).containsExactly("master");
    assertThat(enrollment.getPort()).isEqualTo(rig.port());
    assertThat(enrollment.getCaCertificate()).startsWith("-----BEGIN CERTIFICATE-----");
  }

  @Test
  void anAgentWhoseCertificateEndsSoonIsToBeInstalledAnew() {
    rig.pass(Duration.ofDays(61));

    assertThat(rig.enroll(PAIR).getConnectedList()).isEmpty();
  }

  @Test
  void onlyNodesOfTheInventoryAreSigned() {
    assertThatThrownBy(() -> rig.sign(PAIR, "worker9", "m9"))
        .hasMessage("the inventory has no node worker9");
  }

  @Test
  void withoutACertificateThereIsNothingToRevoke() {
    RevokeAgentRequest request = RevokeAgentRequest.newBuilder().setNode("worker1").build();

    assertThat(
            rig.control().call("RevokeAgent", request, RevokeAgentReply.parser()).getSerialsList())
        .isEmpty();
  }

  @Test
  void aControllerWithARunUnderWayEndsOnlyByForce() {
    master.hold();
    ControlClient.Call call = commands.applying(PAIR);
    assertThat(call.next(RunEvent.parser()).hasStarted()).isTrue();
    assertThat(describe().getBusy()).isTrue();

    assertThat(shutdown(false).getRefused()).startsWith("a run is under way");
    assertThat(rig.isStopped()).isFalse();

    assertThat(shutdown(true).getRefused()).isEmpty();
    assertThat(Eventually.get(rig::isStopped, stopped -> stopped)).isTrue();
    call.close();
  }

  @Test
  void aControllerThatIsNotBusyEndsWhenAsked() {
    assertThat(describe().getBusy()).isFalse();
    assertThat(describe().getPid()).isEqualTo(ProcessHandle.current().pid());

    assertThat(shutdown(false).getRefused()).isEmpty();

    assertThat(Eventually.get(rig::isStopped, stopped -> stopped)).isTrue();
  }

  private Description describe() {
    return rig.control()
        .call("Describe", DescribeRequest.getDefaultInstance(), Description.parser());
  }

  private ShutdownReply shutdown(boolean force) {
    return rig.control()
        .call(
            "Shutdown",
            ShutdownRequest.newBuilder().setForce(force).build(),
            ShutdownReply.parser());
  }
}
