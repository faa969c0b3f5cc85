package dev.plumbline.agent.rpc.wire;

import dev.plumbline.agent.engine.Planning.Published;
import dev.plumbline.agent.guard.Announcement;
import dev.plumbline.agent.guard.Call;
import dev.plumbline.agent.guard.Listening;
import dev.plumbline.agent.journal.Finished;
import dev.plumbline.proto.v1.Applied;
import dev.plumbline.proto.v1.Export;
import dev.plumbline.proto.v1.ExportsReply;
import dev.plumbline.proto.v1.Facts;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.proto.v1.GuardArmed;
import dev.plumbline.proto.v1.Guarding;
import dev.plumbline.proto.v1.Heartbeat;
import dev.plumbline.proto.v1.Hello;
import dev.plumbline.proto.v1.Kind;
import dev.plumbline.proto.v1.Planned;
import dev.plumbline.proto.v1.ProbeReply;
import dev.plumbline.proto.v1.Progress;
import dev.plumbline.proto.v1.Rejected;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages that go. */
public final class Messages {
  private Messages() {}

  public static FromAgent hello(Greeting greeting) {
    return FromAgent.newBuilder()
        .setHello(
            Hello.newBuilder()
                .setNode(greeting.node())
                .setMachineId(greeting.machineId())
                .setBootId(greeting.bootId())
                .setInstance(greeting.instance())
                .setBuild(greeting.build())
                .addAllKinds(greeting.kinds().stream().map(Messages::kind).toList())
                .setCatalogHash(greeting.catalogHash())
                .setRevision(greeting.revision())
                .setHostKey(greeting.hostKey())
                .setRunning(greeting.running()))
        .build();
  }

  private static Kind kind(ResourceType<?> type) {
    return Kind.newBuilder()
        .setName(type.singular())
        .setSchemaVersion(type.schemaVersion())
        .build();
  }

  public static FromAgent heartbeat(long sequence, Vitals vitals) {
    return FromAgent.newBuilder()
        .setHeartbeat(
            Heartbeat.newBuilder()
                .setSequence(sequence)
                .setLoad1(vitals.load())
                .setMemoryAvailable(vitals.memoryAvailable()))
        .build();
  }

  static FromAgent planned(String request, Plan plan, List<Published> exports) {
    return FromAgent.newBuilder()
        .setPlanned(
            Planned.newBuilder()
                .setRequest(request)
                .setPlan(Plans.write(plan))
                .addAllExports(write(exports)))
        .build();
  }

  static FromAgent progress(String request, Optional<ResourceId> on, String now) {
    return FromAgent.newBuilder()
        .setProgress(
            Progress.newBuilder()
                .setRequest(request)
                .setResource(on.map(ResourceId::toString).orElse(""))
                .setNow(now))
        .build();
  }

  static FromAgent done(String request, ResourceId id, Outcome outcome) {
    return FromAgent.newBuilder().setStepDone(Outcomes.write(request, id, outcome)).build();
  }

  static FromAgent applied(Finished finished) {
    String request = finished.request();
    return FromAgent.newBuilder()
        .setApplied(
            Applied.newBuilder()
                .setRequest(request)
                .setCatalogHash(finished.catalogHash())
                .setRevision(finished.revision())
                .addAllSteps(
                    finished.steps().stream()
                        .map(step -> Outcomes.write(request, step.id(), step.outcome()))
                        .toList())
                .addAllExports(write(finished.exports()))
                .setUnchanged(finished.unchanged())
                .addAllUnmanaged(Plans.printed(finished.unmanaged()))
                .setDurationMs(finished.durationMillis()))
        .build();
  }

  static FromAgent rejected(String request, Failure why) {
    return FromAgent.newBuilder()
        .setRejected(
            Rejected.newBuilder()
                .setRequest(request)
                .setMessage(String.valueOf(why.getMessage()))
                .setRemedy(why.remedy()))
        .build();
  }

  static FromAgent exports(String request, List<Published> exports) {
    return FromAgent.newBuilder()
        .setExports(ExportsReply.newBuilder().setRequest(request).addAllExports(write(exports)))
        .build();
  }

  static FromAgent guarding(String request, Duration within) {
    return FromAgent.newBuilder()
        .setGuarding(
            Guarding.newBuilder()
                .setRequest(request)
                .setWithinMs(Math.toIntExact(within.toMillis())))
        .build();
  }

  static FromAgent armed(Announcement announcement) {
    return FromAgent.newBuilder()
        .setGuardArmed(
            GuardArmed.newBuilder()
                .setRequest(announcement.request())
                .setGuard(announcement.guard())
                .setRemainingMs(Math.toIntExact(announcement.remaining().toMillis()))
                .addAllListening(
                    announcement.listening().stream().map(Messages::listening).toList()))
        .build();
  }

  private static GuardArmed.Listening listening(Listening listening) {
    return GuardArmed.Listening.newBuilder()
        .setAddress(listening.address())
        .setPrefix(listening.prefix())
        .setPort(listening.port())
        .setNonce(listening.nonce())
        .build();
  }

  static FromAgent called(String request, Call call) {
    return FromAgent.newBuilder()
        .setProbed(
            ProbeReply.newBuilder()
                .setRequest(request)
                .setNonce(call.nonce())
                .setFailure(call.failure()))
        .build();
  }

  static FromAgent facts(String request, Map<String, String> facts) {
    return FromAgent.newBuilder()
        .setFacts(Facts.newBuilder().setRequest(request).putAllValues(facts))
        .build();
  }

  private static List<Export> write(List<Published> exports) {
    return exports.stream()
        .map(each ->
            Export.newBuilder()
                .setResource(each.resource().toString())
                .setAttribute(each.export().attribute())
                .setValue(each.export().value())
                .setSecret(each.export().secret())
                .build())
        .toList();
  }
}
