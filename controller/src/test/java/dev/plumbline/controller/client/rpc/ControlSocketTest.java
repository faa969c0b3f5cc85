package dev.plumbline.controller.client.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.controller.client.ControllerException;
import dev.plumbline.controller.client.ControllerException.Reason;
import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.controller.rpc.socket.SocketServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlSocketTest {
  @TempDir Path directory;
  private final ScriptedControl control = new ScriptedControl();
  private final List<String> log = new ArrayList<>();
  private SocketServer server;
  private SocketController controller;

  @BeforeEach
  void start() throws IOException {
    Path socket = directory.resolve("control.sock");
    server = SocketServer.start(socket, control.bindService(), log::add);
    controller = new SocketController(socket);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void oneAnswerComesBack() {
    assertThat(controller.describe().build())
        .isEqualTo("build-of-" + System.getProperty("user.name"));
  }

  @Test
  void answersOfAStreamComeInTheirOrder() {
    control.events = 1000;
    List<RunEvent> seen = new ArrayList<>();

    controller.drift(List.of(), seen::add);

    assertThat(seen).hasSize(1000);
    assertThat(seen.getFirst()).isEqualTo(new RunEvent.Started("run-0", 0));
    assertThat(seen.getLast()).isEqualTo(new RunEvent.Started("run-999", 999));
  }

  @Test
  void aRefusalBringsItsReason() {
    assertThatThrownBy(() -> controller.history(1))
        .isInstanceOfSatisfying(
            ControllerException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.REFUSED))
        .hasMessage("no history is kept here");
  }

  @Test
  void aServiceThatThrowsEndsTheCallAndNothingElse() {
    assertThatThrownBy(() -> controller.facts(List.of())).isInstanceOf(ControllerException.class);
    assertThat(controller.describe().pid()).isEqualTo(7);
  }

  @Test
  void aMethodThatTheControllerDoesNotKnowIsTheSignOfAnotherBuild() {
    ControlSocket socket = new ControlSocket(directory.resolve("control.sock"));
    assertThatThrownBy(() ->
            socket.call(
                "Fly",
                dev.plumbline.proto.v1.DescribeRequest.getDefaultInstance(),
                dev.plumbline.proto.v1.Description.parser()))
        .isInstanceOfSatisfying(
            ControllerException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.OTHER_BUILD));
  }

  @Test
  void noControllerIsAbsent() throws IOException {
    server.close();
    assertThatThrownBy(controller::describe)
        .isInstanceOfSatisfying(
            ControllerException.class,
            absent -> assertThat(absent.reason()).isEqualTo(Reason.ABSENT));
  }

  @Test
  void aControllerThatDiesInTheMiddleIsLost() {
    control.onDrift = () -> close(server);
    assertThatThrownBy(() -> controller.drift(List.of(), event -> {}))
        .isInstanceOfSatisfying(
            ControllerException.class, lost -> assertThat(lost.reason()).isEqualTo(Reason.LOST));
  }

  @Test
  void aCallerThatLeavesCancelsItsCall() throws InterruptedException {
    assertThatThrownBy(() ->
            controller.status(
                true,
                status -> {
                  throw new IllegalStateException("seen enough");
                }))
        .hasMessage("seen enough");
    assertThat(control.cancelled.await(30, TimeUnit.SECONDS)).isTrue();
  }

  private static void close(SocketServer server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
