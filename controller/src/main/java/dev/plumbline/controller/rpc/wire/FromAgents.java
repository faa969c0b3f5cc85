package dev.plumbline.controller.rpc.wire;

import dev.plumbline.controller.model.AgentHello;
import dev.plumbline.controller.model.AgentMessage;
import dev.plumbline.controller.model.Exported;
import dev.plumbline.controller.model.Listening;
import dev.plumbline.proto.v1.Applied;
import dev.plumbline.proto.v1.Export;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.proto.v1.GuardArmed;
import dev.plumbline.proto.v1.Hello;
import dev.plumbline.proto.v1.Kind;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ip.IpAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What agents say. */
public final class FromAgents {
  private FromAgents() {}

  public static AgentHello read(Hello hello) {
    return new AgentHello(
        hello.getNode(),
        hello.getMachineId(),
        hello.getBootId(),
        hello.getInstance(),
        hello.getBuild(),
        hello.getKindsList().stream()
            .collect(Collectors.toMap(Kind::getName, Kind::getSchemaVersion, (a, _) -> a)),
        hello.getCatalogHash(),
        hello.getRevision(),
        hello.getHostKey(),
        hello.getRunning());
  }

  /**
   * Reads a message that comes after Hello.
   *
   * @throws IllegalArgumentException if it makes no sense
   */
  public static AgentMessage read(FromAgent message) {
    return switch (message.getMessageCase()) {
      case HEARTBEAT -> new AgentMessage.Heartbeat();
      case PLANNED ->
          new AgentMessage.Planned(
              message.getPlanned().getRequest(),
              Plans.read(message.getPlanned().getPlan()),
              exports(message.getPlanned().getExportsList()));
      case PROGRESS ->
          new AgentMessage.Progress(
              message.getProgress().getRequest(),
              message.getProgress().getResource(),
              message.getProgress().getNow());
      case STEP_DONE ->
          new AgentMessage.StepDone(
              message.getStepDone().getRequest(), Outcomes.read(message.getStepDone()));
      case APPLIED -> read(message.getApplied());
      case FACTS ->
          new AgentMessage.Facts(
              message.getFacts().getRequest(), message.getFacts().getValuesMap());
      case REJECTED ->
          new AgentMessage.Rejected(
              message.getRejected().getRequest(),
              message.getRejected().getMessage(),
              message.getRejected().getRemedy());
      case EXPORTS ->
          new AgentMessage.Exports(
              message.getExports().getRequest(), exports(message.getExports().getExportsList()));
      case PROBED ->
          new AgentMessage.Probed(
              message.getProbed().getRequest(),
              message.getProbed().getNonce(),
              message.getProbed().getFailure());
      case GUARDING ->
          new AgentMessage.Guarding(
              message.getGuarding().getRequest(),
              Duration.ofMillis(message.getGuarding().getWithinMs()));
      case GUARD_ARMED -> read(message.getGuardArmed());
      case JOB -> JobReports.read(message.getJob());
      case JOB_LOG -> JobReports.read(message.getJobLog());
      case HELLO, MESSAGE_NOT_SET ->
          throw new IllegalArgumentException(
              "unexpected message " + message.getMessageCase() + " within a session");
    };
  }

  private static AgentMessage.GuardArmed read(GuardArmed armed) {
    return new AgentMessage.GuardArmed(
        armed.getRequest(),
        armed.getGuard(),
        Duration.ofMillis(armed.getRemainingMs()),
        armed.getListeningList().stream().map(FromAgents::read).toList());
  }

  private static Listening read(GuardArmed.Listening each) {
    return new Listening(
        IpAddress.parse(each.getAddress()).toString(),
        each.getPrefix(),
        each.getPort(),
        each.getNonce());
  }

  private static AgentMessage.Applied read(Applied applied) {
    return new AgentMessage.Applied(
        applied.getRequest(),
        applied.getCatalogHash(),
        applied.getRevision(),
        applied.getStepsList().stream().map(Outcomes::read).toList(),
        exports(applied.getExportsList()),
        applied.getUnchanged(),
        applied.getUnmanagedList(),
        Duration.ofMillis(applied.getDurationMs()));
  }

  private static List<Exported> exports(List<Export> exports) {
    return exports.stream()
        .map(export ->
            new Exported(
                ResourceId.parse(export.getResource()),
                new dev.plumbline.resources.Export(
                    export.getAttribute(), export.getValue(), export.getSecret())))
        .toList();
  }
}
