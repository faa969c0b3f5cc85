package dev.plumbline.controller.rpc.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.plumbline.controller.Rig;
import dev.plumbline.controller.rpc.agents.Hellos;
import dev.plumbline.controller.rpc.agents.RelayAgent;
import dev.plumbline.proto.v1.ApplyAgainCommand;
import dev.plumbline.proto.v1.Bundle;
import dev.plumbline.proto.v1.DescribeRequest;
import dev.plumbline.proto.v1.Description;
import dev.plumbline.proto.v1.Input;
import dev.plumbline.proto.v1.RunEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplyAgainTest {
  private static final Input TEXT =
      input(Input.Kind.FILE, "/i/inventory.yaml", "cluster: t0psecret");
  private static final Input UNSET = input(Input.Kind.VARIABLE, "WHO", "");
  private static final Bundle BUNDLE =
      new Inventories()
          .node("master").node("worker1", "master/relay-master").bundle().toBuilder()
              .addInputs(TEXT)
              .addInputs(UNSET)
              .build();

  @TempDir Path directory;
  private final List<RelayAgent> agents = new ArrayList<>();
  private Rig rig;
  private Commands commands;

  @BeforeEach
  void start() {
    rig = Rig.start(directory);
    commands = new Commands(rig);
    List.of("master", "worker1").forEach(this::connect);
  }

  @AfterEach
  void end() {
    agents.forEach(RelayAgent::close);
    rig.close();
  }

  private void connect(String node) {
    agents.add(
        RelayAgent.connect(
            rig.sign(BUNDLE, node, "m-" + node), Hellos.of(node, "m-" + node).build()));
  }

  private static Input input(Input.Kind kind, String name, String state) {
    return Input.newBuilder()
        .setKind(kind)
        .setName(name)
        .setState(ByteString.copyFromUtf8(state))
        .build();
  }

  private Description describe() {
    return rig.control()
        .call("Describe", DescribeRequest.getDefaultInstance(), Description.parser());
  }

  private Told again(Input... inputs) {
    return new Told(
        rig.control().stream(
            "ApplyAgain",
            ApplyAgainCommand.newBuilder().addAllInputs(List.of(inputs)).build(),
            RunEvent.parser()));
  }

  private void nothingIsDone(Input... inputs) {
    int runs = commands.history().size();
    assertThat(again(inputs).events()).isEmpty();
    assertThat(commands.history()).hasSize(runs);
  }

  @Test
  void saysWhatTheBundleWasMadeOfButNotWhatThatWas() {
    assertThat(describe().getInputsList()).isEmpty();

    commands.apply(BUNDLE);

    assertThat(describe().getInputsList())
        .extracting(Input::getKind, Input::getName, Input::getState)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Input.Kind.FILE, "/i/inventory.yaml", ByteString.EMPTY),
            org.assertj.core.groups.Tuple.tuple(Input.Kind.VARIABLE, "WHO", ByteString.EMPTY));
    assertThat(describe().getNodesList()).containsExactly("master", "worker1");
  }

  @Test
  void theSameInputsMakeARunLikeAnyOther() {
    Told first = commands.apply(BUNDLE);

    Told second = again(TEXT, UNSET);

    assertThat(first.exitCode()).isZero();
    assertThat(second.exitCode()).isZero();
    assertThat(second.done().getNodesList())
        .extracting(node -> node.getNode())
        .containsExactly("master", "worker1");
    assertThat(second.events().getFirst().getStarted().getGeneration()).isEqualTo(1);
    assertThat(commands.history()).hasSize(2);
    assertThat(agents).allSatisfy(agent -> assertThat(agent.applied()).hasSizeGreaterThan(1));
  }

  @Test
  void anyOtherInputMakesNone() {
    commands.apply(BUNDLE);

    nothingIsDone();
    nothingIsDone(TEXT);
    nothingIsDone(UNSET, TEXT);
    nothingIsDone(TEXT, UNSET, UNSET);
    nothingIsDone(TEXT, input(Input.Kind.VARIABLE, "WHO", "ann"));
    nothingIsDone(TEXT, input(Input.Kind.VARIABLE, "WHOM", ""));
    nothingIsDone(input(Input.Kind.ACCESS, TEXT.getName(), "cluster: t0psecret"), UNSET);
  }

  @Test
  void theLastBundleIsMeant() {
    commands.apply(BUNDLE);
    Input other = input(Input.Kind.FILE, "/i/inventory.yaml", "cluster: other");
    commands.plan(BUNDLE.toBuilder().clearInputs().addInputs(other).build());

    nothingIsDone(TEXT, UNSET);
    assertThat(again(other).exitCode()).isZero();
  }

  @Test
  void aBundleOfUnknownInputsIsNotKept() {
    commands.apply(BUNDLE);
    commands.apply(BUNDLE.toBuilder().clearInputs().build());

    nothingIsDone();
    nothingIsDone(TEXT, UNSET);
  }

  @Test
  void aBundleThatIsTooLargeIsNotKept() {
    Input large =
        TEXT.toBuilder().setState(ByteString.copyFrom(new byte[LastBundle.LARGEST])).build();
    commands.plan(BUNDLE.toBuilder().clearInputs().addInputs(large).build());

    nothingIsDone(large);
  }

  @Test
  void everyNodeNeedsAnAgentThatNeedNotBeInstalled() {
    commands.apply(BUNDLE);
    rig.pass(Duration.ofDays(70));

    nothingIsDone(TEXT, UNSET);
  }

  @Test
  void nothingOfItIsOnADisk() {
    commands.apply(BUNDLE);
    again(TEXT, UNSET);

    assertThat(rig.disk()).doesNotContain("t0psecret");
    assertThat(rig.log()).doesNotContain("t0psecret");
    rig = rig.restart();
    commands = new Commands(rig);
    assertThat(describe().getInputsList()).isEmpty();
    nothingIsDone(TEXT, UNSET);
  }
}
