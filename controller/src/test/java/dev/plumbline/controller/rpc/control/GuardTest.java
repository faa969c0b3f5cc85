package dev.plumbline.controller.rpc.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.Rig;
import dev.plumbline.controller.rpc.agents.Hellos;
import dev.plumbline.controller.rpc.agents.ScriptedAgent;
import dev.plumbline.proto.v1.Bundle;
import dev.plumbline.proto.v1.Facts;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.proto.v1.GuardArmed;
import dev.plumbline.proto.v1.Node;
import dev.plumbline.proto.v1.ProbeReply;
import dev.plumbline.proto.v1.ProbeRequest;
import dev.plumbline.proto.v1.ToAgent;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an agent whose guard is armed, and those who are asked for it, hear of the controller. */
class GuardTest {
  @TempDir Path directory;
  private Bundle bundle = Bundle.getDefaultInstance();
  private Rig rig;

  @BeforeEach
  void start() {
    rig = Rig.start(directory);
    Bundle plain = new Inventories().bare("n1").bare("n2").bare("n3").bundle();
    bundle =
        plain.toBuilder()
            .clearNodes()
            .addNodes(Node.newBuilder().setName("n1").setAddress("127.77.0.1").setSlots(1))
            .addNodes(Node.newBuilder().setName("n2").setAddress("127.77.0.2").setSlots(1))
            .addNodes(Node.newBuilder().setName("n3").setAddress("127.78.0.3").setSlots(1))
            .build();
  }

  @AfterEach
  void end() {
    rig.close();
  }

  private ScriptedAgent connect(String node) {
    ScriptedAgent agent =
        rig.sign(bundle, node, "machine of " + node)
            .dial()
            .hello(Hellos.of(node, "machine of " + node).build());
    assertThat(agent.next().hasWelcome()).isTrue();
    return agent;
  }

  /** Nobody listens on port 1 of that address, so that the controller itself hears nothing. */
  private static FromAgent armed(String address) {
    return FromAgent.newBuilder()
        .setGuardArmed(
            GuardArmed.newBuilder()
                .setRequest("1.1")
                .setGuard("g")
                .setRemainingMs(60_000)
                .addListening(
                    GuardArmed.Listening.newBuilder()
                        .setAddress(address)
                        .setPrefix(24)
                        .setPort(1)
                        .setNonce("n0nce")))
        .build();
  }

  private static ProbeReply.Builder reply(ToAgent probe) {
    return ProbeReply.newBuilder().setRequest(probe.getProbe().getRequest());
  }

  @Test
  void anAgentOnTheSubnetIsAskedUntilItHearsTheNonce() {
    try (ScriptedAgent n1 = connect("n1");
        ScriptedAgent n2 = connect("n2");
        ScriptedAgent _ = connect("n3")) {
      n1.say(armed("127.77.0.1"));
      ToAgent first = n2.next();
      assertThat(first.getProbe().toBuilder().clearRequest().clearTimeoutMs().build())
          .isEqualTo(ProbeRequest.newBuilder().setAddress("127.77.0.1").setPort(1).build());
      n2.say(FromAgent.newBuilder().setProbed(reply(first).setFailure("no route to host")).build());
      assertThat(n1.next().getDoubt().getReason())
          .isEqualTo(
              "n2 could not reach 127.77.0.1:1 (no route to host), nor could the controller"
                  + " (connection refused)");
      n2.say(FromAgent.newBuilder().setProbed(reply(n2.next()).setNonce("n0nce")).build());
      assertThat(n1.next().getConfirm().getGuard()).isEqualTo("g");
    }
  }

  @Test
  void whoeverAnswersInTimeForAnArmedAgentThatCameBackIsHeard() {
    try (ScriptedAgent n1 = connect("n1")) {
      n1.say(armed("127.77.0.1"));
      assertThat(n1.next().getDoubt().getReason()).contains("no other connected node");
      try (ScriptedAgent n2 = connect("n2")) {
        n2.say(FromAgent.newBuilder().setProbed(reply(n2.next()).setNonce("n0nce")).build());
        ToAgent heard = n1.next();
        while (heard.hasDoubt()) {
          heard = n1.next();
        }
        assertThat(heard.getConfirm().getGuard()).isEqualTo("g");
      }
    }
  }

  @Test
  void anAddressThatAnAgentReportsMakesItAWitness() {
    try (ScriptedAgent n1 = connect("n1");
        ScriptedAgent n3 = connect("n3")) {
      n3.say(
          FromAgent.newBuilder()
              .setFacts(
                  Facts.newBuilder().putValues("nic.eth1.addresses", "10.9.9.9/8, 127.77.0.200/24"))
              .build());
      n3.heartbeat();
      n1.say(armed("127.77.0.1"));
      n3.say(FromAgent.newBuilder().setProbed(reply(n3.next()).setNonce("n0nce")).build());
      ToAgent heard = n1.next();
      while (heard.hasDoubt()) {
        heard = n1.next();
      }
      assertThat(heard.getConfirm().getGuard()).isEqualTo("g");
    }
  }

  @Test
  void anAddressWithoutSenseIsNotAsked() {
    try (ScriptedAgent n1 = connect("n1")) {
      n1.say(armed("not an address"));
      assertThat(n1.refusal()).contains("said what makes no sense");
    }
  }
}
