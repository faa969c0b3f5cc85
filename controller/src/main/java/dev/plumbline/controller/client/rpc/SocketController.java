package dev.plumbline.controller.client.rpc;

import dev.plumbline.controller.client.Controller;
import dev.plumbline.controller.client.Description;
import dev.plumbline.controller.client.Desired;
import dev.plumbline.controller.client.Enrollment;
import dev.plumbline.controller.client.HistoryEntry;
import dev.plumbline.controller.client.NodeFacts;
import dev.plumbline.controller.client.RunEvent;
import dev.plumbline.controller.client.Status;
import dev.plumbline.controller.client.job.Jobs;
import dev.plumbline.controller.client.page.Pages;
import dev.plumbline.inventory.input.Reading;
import dev.plumbline.proto.v1.ApplyAgainCommand;
import dev.plumbline.proto.v1.ApplyCommand;
import dev.plumbline.proto.v1.DescribeRequest;
import dev.plumbline.proto.v1.DriftCommand;
import dev.plumbline.proto.v1.EnrollmentReply;
import dev.plumbline.proto.v1.EnrollmentRequest;
import dev.plumbline.proto.v1.FactsQuery;
import dev.plumbline.proto.v1.FactsReport;
import dev.plumbline.proto.v1.HistoryReport;
import dev.plumbline.proto.v1.HistoryRequest;
import dev.plumbline.proto.v1.NodeFailure;
import dev.plumbline.proto.v1.PlanCommand;
import dev.plumbline.proto.v1.RevokeAgentReply;
import dev.plumbline.proto.v1.RevokeAgentRequest;
import dev.plumbline.proto.v1.ShutdownReply;
import dev.plumbline.proto.v1.ShutdownRequest;
import dev.plumbline.proto.v1.SignAgentReply;
import dev.plumbline.proto.v1.SignAgentRequest;
import dev.plumbline.proto.v1.StatusReport;
import dev.plumbline.proto.v1.StatusRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The controller behind a control socket. */
public final class SocketController implements Controller {
  private final ControlSocket socket;

  public SocketController(Path socket) {
    this.socket = new ControlSocket(socket);
  }

  @Override
  public Description describe() {
    var answer =
        socket.call(
            "Describe",
            DescribeRequest.getDefaultInstance(),
            dev.plumbline.proto.v1.Description.parser());
    return new Description(
        answer.getBuild(),
        answer.getCluster(),
        answer.getPid(),
        answer.getAgentPort(),
        answer.getBusy(),
        new Description.Kept(InputsOnWire.decode(answer.getInputsList()), answer.getNodesList()));
  }

  @Override
  public Jobs jobs() {
    return new SocketJobs(socket);
  }

  @Override
  public Pages pages() {
    return new SocketPages(socket);
  }

  @Override
  public void plan(Desired desired, List<String> limit, Consumer<RunEvent> events) {
    PlanCommand command =
        PlanCommand.newBuilder().setBundle(Bundles.encode(desired)).addAllLimit(limit).build();
    run("Plan", command, events);
  }

  @Override
  public void apply(
      Desired desired,
      List<String> limit,
      List<RunEvent.Failed> unreached,
      Consumer<RunEvent> events) {
    ApplyCommand.Builder command =
        ApplyCommand.newBuilder().setBundle(Bundles.encode(desired)).addAllLimit(limit);
    for (RunEvent.Failed failed : unreached) {
      command.addUnreached(
          NodeFailure.newBuilder()
              .setNode(failed.node())
              .setMessage(failed.message())
              .setRemedy(failed.remedy()));
    }
    run("Apply", command.build(), events);
  }

  @Override
  public boolean applyAgain(List<Reading> readings, Consumer<RunEvent> events) {
    AtomicBoolean begun = new AtomicBoolean();
    run(
        "ApplyAgain",
        ApplyAgainCommand.newBuilder().addAllInputs(InputsOnWire.encode(readings)).build(),
        event -> {
          begun.set(true);
          events.accept(event);
        });
    return begun.get();
  }

  @Override
  public void drift(List<String> limit, Consumer<RunEvent> events) {
    run("Drift", DriftCommand.newBuilder().addAllLimit(limit).build(), events);
  }

  private void run(
      String method, com.google.protobuf.MessageLite command, Consumer<RunEvent> events) {
    socket.stream(
        method,
        command,
        dev.plumbline.proto.v1.RunEvent.parser(),
        event -> Events.decode(event).ifPresent(events));
  }

  @Override
  public void status(boolean watch, Consumer<Status> reports) {
    socket.stream(
        "Status",
        StatusRequest.newBuilder().setWatch(watch).build(),
        StatusReport.parser(),
        report -> reports.accept(Reports.status(report)));
  }

  @Override
  public List<HistoryEntry> history(int limit) {
    return socket
        .call(
            "History", HistoryRequest.newBuilder().setLimit(limit).build(), HistoryReport.parser())
        .getEntriesList()
        .stream()
        .map(Reports::history)
        .toList();
  }

  @Override
  public List<NodeFacts> facts(List<String> limit) {
    return socket
        .call("GetFacts", FactsQuery.newBuilder().addAllLimit(limit).build(), FactsReport.parser())
        .getNodesList()
        .stream()
        .map(node -> NodeFacts.of(node.getNode(), node.getValuesMap(), node.getFailure()))
        .toList();
  }

  @Override
  public Enrollment enroll(Desired desired) {
    EnrollmentReply reply =
        socket.call(
            "Enrollment",
            EnrollmentRequest.newBuilder().setBundle(Bundles.encode(desired)).build(),
            EnrollmentReply.parser());
    return new Enrollment(
        reply.getCaCertificate(),
        reply.getPort(),
        reply.getAdvertise(),
        Set.copyOf(reply.getConnectedList()));
  }

  @Override
  public String signAgent(String node, String csr, String machineId) {
    return socket
        .call(
            "SignAgent",
            SignAgentRequest.newBuilder().setNode(node).setCsr(csr).setMachineId(machineId).build(),
            SignAgentReply.parser())
        .getCertificate();
  }

  @Override
  public List<String> revoke(String node) {
    return socket
        .call(
            "RevokeAgent",
            RevokeAgentRequest.newBuilder().setNode(node).build(),
            RevokeAgentReply.parser())
        .getSerialsList();
  }

  @Override
  public String shutdown(boolean force) {
    return socket
        .call(
            "Shutdown",
            ShutdownRequest.newBuilder().setForce(force).build(),
            ShutdownReply.parser())
        .getRefused();
  }
}
