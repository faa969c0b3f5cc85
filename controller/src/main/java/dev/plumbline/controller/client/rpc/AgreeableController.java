package dev.plumbline.controller.client.rpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import dev.plumbline.controller.rpc.socket.Frames;
import dev.plumbline.proto.v1.Applied;
import dev.plumbline.proto.v1.ApplyAgainCommand;
import dev.plumbline.proto.v1.ApplyCommand;
import dev.plumbline.proto.v1.Bundle;
import dev.plumbline.proto.v1.Description;
import dev.plumbline.proto.v1.EnrollmentReply;
import dev.plumbline.proto.v1.EnrollmentRequest;
import dev.plumbline.proto.v1.NodeState;
import dev.plumbline.proto.v1.NodeStatus;
import dev.plumbline.proto.v1.NodeSummary;
import dev.plumbline.proto.v1.Plan;
import dev.plumbline.proto.v1.PlanCommand;
import dev.plumbline.proto.v1.Planned;
import dev.plumbline.proto.v1.RunDone;
import dev.plumbline.proto.v1.RunEvent;
import dev.plumbline.proto.v1.RunStarted;
import dev.plumbline.proto.v1.StatusReport;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A control socket behind which every node is what it must be. The command line rehearses with it
 * when the AOT cache is recorded: on a machine without nodes, and within a second.
 */
public final class AgreeableController implements AutoCloseable {
  private final ServerSocketChannel server;
  private final String build;
  private Bundle last = Bundle.getDefaultInstance();

  private AgreeableController(ServerSocketChannel server, String build) {
    this.server = server;
    this.build = build;
  }

  /**
   * Answers at {@code socket} until it is closed.
   *
   * @param build the build that it says it is
   */
  public static AgreeableController start(Path socket, String build) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    AgreeableController started = new AgreeableController(server, build);
    Thread.ofPlatform().daemon().name("agreeable").start(started::serve);
    return started;
  }

  private void serve() {
    while (true) {
      try (SocketChannel caller = server.accept()) {
        answer(caller);
      } catch (IOException _) {
        // Closed, or given up by a caller that will say so itself.
        if (!server.isOpen()) {
          return;
        }
      }
    }
  }

  private void answer(SocketChannel caller) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Channels.newInputStream(caller)));
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(caller)));
    Frames.Request request = Frames.readRequest(in);
    for (MessageLite message : answers(request.method(), request.message())) {
      Frames.writeAnswer(out, new Frames.Answer.Message(message.toByteString()));
    }
    Frames.writeAnswer(out, new Frames.Answer.End(0, ""));
    out.flush();
  }

  private List<? extends MessageLite> answers(String method, ByteString message)
      throws IOException {
    return switch (method) {
      case "Describe" ->
          List.of(
              Description.newBuilder()
                  .setBuild(build)
                  .addAllInputs(last.getInputsList())
                  .addAllNodes(names())
                  .build());
      case "Enrollment" -> {
        last = EnrollmentRequest.parseFrom(message).getBundle();
        yield List.of(EnrollmentReply.newBuilder().addAllConnected(names()).build());
      }
      case "Status" -> List.of(status());
      case "Plan" -> {
        last = PlanCommand.parseFrom(message).getBundle();
        yield run();
      }
      case "Apply" -> {
        last = ApplyCommand.parseFrom(message).getBundle();
        yield run();
      }
      case "ApplyAgain" -> {
        boolean same =
            ApplyAgainCommand.parseFrom(message).getInputsList().equals(last.getInputsList());
        yield same ? run() : List.of();
      }
      case "Drift" -> run();
      default -> throw new IOException("no answer to " + method);
    };
  }

  private List<String> names() {
    return last.getNodesList().stream().map(node -> node.getName()).toList();
  }

  private StatusReport status() {
    StatusReport.Builder report = StatusReport.newBuilder().setCluster(last.getCluster());
    for (String node : names()) {
      report.addNodes(
          NodeStatus.newBuilder()
              .setNode(node)
              .setConnected(true)
              .setState(state(NodeState.State.CONVERGED)));
    }
    return report.build();
  }

  private List<RunEvent> run() {
    List<RunEvent> events = new ArrayList<>();
    RunDone.Builder done = RunDone.newBuilder();
    events.add(event("").setStarted(RunStarted.newBuilder().setRun("1")).build());
    for (String node : names()) {
      Plan plan = Plan.newBuilder().setUnchanged(1).build();
      events.add(event(node).setState(state(NodeState.State.OBSERVING)).build());
      events.add(event(node).setPlanned(Planned.newBuilder().setPlan(plan)).build());
      events.add(event(node).setApplied(Applied.newBuilder().setUnchanged(1)).build());
      events.add(event(node).setState(state(NodeState.State.CONVERGED)).build());
      done.addNodes(
          NodeSummary.newBuilder()
              .setNode(node)
              .setState(NodeState.State.CONVERGED)
              .setUnchanged(1));
    }
    events.add(event("").setDone(done).build());
    return events;
  }

  private static RunEvent.Builder event(String node) {
    return RunEvent.newBuilder().setNode(node);
  }

  private static NodeState state(NodeState.State state) {
    return NodeState.newBuilder().setState(state).build();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
