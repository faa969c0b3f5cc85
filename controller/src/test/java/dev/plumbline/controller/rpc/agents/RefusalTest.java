package dev.plumbline.controller.rpc.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.Rig;
import dev.plumbline.controller.rpc.control.ControlClient;
import dev.plumbline.controller.rpc.control.Inventories;
import dev.plumbline.proto.v1.Bundle;
import dev.plumbline.proto.v1.RevokeAgentReply;
import dev.plumbline.proto.v1.RevokeAgentRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everybody who may not speak hears why in one line, and the log says the same. */
class RefusalTest {
  private static final Bundle BUNDLE =
      new Inventories().node("master").node("worker1").node("worker2").bundle();

  @TempDir Path directory;
  private Rig rig;

  @BeforeEach
  void start() {
    rig = Rig.start(directory);
  }

  @AfterEach
  void end() {
    rig.close();
  }

  private void refused(ScriptedAgent agent, String reason) {
    assertThat(agent.refusal()).contains(reason);
    assertThat(rig.log().lines().filter(line -> line.contains(reason))).hasSize(1);
    agent.close();
  }

  @Test
  void aCertificateSpeaksForItsNodeOnly() {
    ScriptedAgent agent =
        rig.sign(BUNDLE, "worker1", "m1").dial().hello(Hellos.of("worker2", "m1").build());

    refused(agent, "the certificate of worker1 cannot speak for worker2");
  }

  @Test
  void aRevokedCertificateIsRefusedAndItsSessionEnds() {
    Rig.Enrolled worker1 = rig.sign(BUNDLE, "worker1", "m1");
    ScriptedAgent live = worker1.dial().hello(Hellos.of("worker1", "m1").build());
    assertThat(live.next().hasWelcome()).isTrue();

    RevokeAgentReply revoked =
        rig.control()
            .call(
                "RevokeAgent",
                RevokeAgentRequest.newBuilder().setNode("worker1").build(),
                RevokeAgentReply.parser());

    assertThat(revoked.getSerialsList()).hasSize(1);
    assertThat(live.refusal()).contains("the certificate of worker1 was revoked");
    refused(worker1.dial(), "the certificate of worker1 was revoked at ");
  }

  @Test
  void anExpiredCertificateIsRefused() {
    Rig.Enrolled worker1 = rig.sign(BUNDLE, "worker1", "m1");
    rig.pass(Duration.ofDays(91));

    refused(worker1.dial(), "the certificate of worker1 expired at ");
  }

  @Test
  void aCallerWithoutCertificateIsRefused() {
    ScriptedAgent agent =
        ScriptedAgent.dial(
            rig.port(), rig.enroll(BUNDLE).getCaCertificate(), Optional.empty(), Optional.empty());

    agent.refusal();
    assertLogged("refused a connection from 127.0.0.1: it has no certificate");
    agent.close();
  }

  @Test
  void aCertificateOfAnotherAuthorityIsRefused(@TempDir Path elsewhere) {
    Rig.Enrolled foreign;
    try (Rig other = Rig.start(elsewhere)) {
      foreign = other.sign(BUNDLE, "worker1", "m1");
    }
    ScriptedAgent agent =
        ScriptedAgent.dial(
            rig.port(),
            rig.enroll(BUNDLE).getCaCertificate(),
            Optional.of(foreign.key()),
            Optional.of(foreign.certificate()));

    agent.refusal();
    assertLogged(
        "refused a connection from 127.0.0.1: the certificate of CN=worker1 was signed by another"
            + " authority");
    agent.close();
  }

  /** The line may come a moment after the other side has heard it. */
  private void assertLogged(String line) {
    Assertions.assertThat(Eventually.get(() -> rig.log(), log -> log.contains(line)))
        .containsOnlyOnce(line);
  }

  @Test
  void aMachineThatIsNotTheOneOfFirstContactIsRefusedUntilItIsSignedAnew() {
    ScriptedAgent agent =
        rig.sign(BUNDLE, "worker1", "m1").dial().hello(Hellos.of("worker1", "m2").build());
    refused(agent, "worker1 has another machine-id than the machine that its certificate");

    ScriptedAgent anew =
        rig.sign(BUNDLE, "worker1", "m2").dial().hello(Hellos.of("worker1", "m2").build());
    assertThat(anew.next().hasWelcome()).isTrue();
    anew.close();
  }

  @Test
  void twoNodesWithOneMachineIdAreClones() {
    ScriptedAgent master =
        rig.sign(BUNDLE, "master", "m1").dial().hello(Hellos.of("master", "m1").build());
    assertThat(master.next().hasWelcome()).isTrue();

    Assertions.assertThatThrownBy(() -> rig.sign(BUNDLE, "worker2", "m1"))
        .isInstanceOf(ControlClient.Refused.class)
        .hasMessageContaining("worker2 looks like a clone of master: both have machine-id m1");
    master.close();
  }

  @Test
  void twoNodesWithOneHostKeyAreClones() {
    ScriptedAgent master =
        rig.sign(BUNDLE, "master", "m1").dial().hello(Hellos.of("master", "m1").build());
    assertThat(master.next().hasWelcome()).isTrue();

    ScriptedAgent clone =
        rig.sign(BUNDLE, "worker2", "m2")
            .dial()
            .hello(Hellos.of("worker2", "m2").setHostKey("SHA256:m1").build());

    refused(clone, "worker2 looks like a clone of master: both have the SSH host key SHA256:m1");
    master.close();
  }

  @Test
  void aSecondAgentOfOneNodeIsRefusedWhileTheFirstIsAlive() {
    Rig.Enrolled worker1 = rig.sign(BUNDLE, "worker1", "m1");
    ScriptedAgent first = worker1.dial().hello(Hellos.of("worker1", "m1").build());
    assertThat(first.next().hasWelcome()).isTrue();

    ScriptedAgent second =
        worker1.dial().hello(Hellos.of("worker1", "m1").setInstance("another").build());
    Eventually.get(() -> first.heartbeat(), _ -> second.isEnded());

    refused(second, "two agents speak for worker1");
    assertThat(first.isEnded()).isFalse();
    first.close();
  }

  @Test
  void aSilentSessionGivesWayToANewStartOfTheAgent() {
    Rig.Enrolled worker1 = rig.sign(BUNDLE, "worker1", "m1");
    ScriptedAgent silent = worker1.dial().hello(Hellos.of("worker1", "m1").build());
    assertThat(silent.next().hasWelcome()).isTrue();

    ScriptedAgent fresh =
        worker1.dial().hello(Hellos.of("worker1", "m1").setInstance("later").build());

    assertThat(fresh.next().hasWelcome()).isTrue();
    assertThat(silent.refusal()).contains("silent");
    fresh.close();
  }

  @Test
  void theSameStartOfAnAgentReplacesItsConnectionAtOnce() {
    Rig.Enrolled worker1 = rig.sign(BUNDLE, "worker1", "m1");
    ScriptedAgent old = worker1.dial().hello(Hellos.of("worker1", "m1").build());
    assertThat(old.next().hasWelcome()).isTrue();

    ScriptedAgent fresh = worker1.dial().hello(Hellos.of("worker1", "m1").build());

    assertThat(fresh.next().hasWelcome()).isTrue();
    assertThat(old.refusal()).contains("a newer connection of this agent took over");
    fresh.close();
  }

  @Test
  void whoDoesNotSayHelloFirstIsRefused() {
    ScriptedAgent agent = rig.sign(BUNDLE, "worker1", "m1").dial().heartbeat();

    refused(agent, "the first message of an agent must be Hello");
  }
}
