package dev.plumbline.controller.rpc.wire;

import dev.plumbline.controller.job.JobOrder;
import dev.plumbline.controller.job.Place;
import dev.plumbline.controller.model.AgentCommand;
import dev.plumbline.proto.v1.JobCollect;
import dev.plumbline.proto.v1.JobEnd;
import dev.plumbline.proto.v1.JobForget;
import dev.plumbline.proto.v1.JobInspect;
import dev.plumbline.proto.v1.JobKept;
import dev.plumbline.proto.v1.JobPlace;
import dev.plumbline.proto.v1.JobPrepare;
import dev.plumbline.proto.v1.JobSignal;
import dev.plumbline.proto.v1.JobStart;
import dev.plumbline.proto.v1.JobTicket;
import dev.plumbline.proto.v1.OrtedEnded;
import dev.plumbline.proto.v1.OrtedStart;
import dev.plumbline.resources.Secret;
import java.util.HashMap;
import java.util.Map;

/** What agents are told to do for jobs. */
final class JobOrders {
  private JobOrders() {}

  static dev.plumbline.proto.v1.JobOrder write(AgentCommand.Job command) {
    var order = dev.plumbline.proto.v1.JobOrder.newBuilder().setJob(Long.toString(command.job()));
    switch (command.order()) {
      case JobOrder.Prepare prepare ->
          order.setPrepare(
              JobPrepare.newBuilder()
                  .setJob(JobMessages.open(command.message()))
                  .addAllPlaces(prepare.places().stream().map(JobOrders::write).toList()));
      case JobOrder.Inspect inspect -> order.setInspect(write(inspect, command));
      case JobOrder.Start start ->
          order.setStart(
              JobStart.newBuilder()
                  .setGeneration(start.generation())
                  .putAllSecrets(values(command.secrets())));
      case JobOrder.Ticket ticket ->
          order.setTicket(
              JobTicket.newBuilder()
                  .setHead(ticket.head())
                  .setHeadAddress(ticket.headAddress())
                  .setExpiresMs(ticket.validity().toMillis())
                  .setGeneration(ticket.generation())
                  .putAllSecrets(values(command.secrets())));
      case JobOrder.StartOrted orted ->
          order.setOrted(
              OrtedStart.newBuilder().setRelay(orted.relay()).addAllArguments(orted.arguments()));
      case JobOrder.OrtedEnded ended ->
          order.setOrtedEnded(
              OrtedEnded.newBuilder()
                  .setRelay(ended.relay())
                  .setExit(JobReports.write(ended.exit())));
      case JobOrder.Signal signal ->
          order.setSignal(JobSignal.newBuilder().setSignal(write(signal.kind())));
      case JobOrder.Collect collect ->
          order.setCollect(
              JobCollect.newBuilder()
                  .addAllRequired(collect.required())
                  .addAllOptional(collect.optional()));
      case JobOrder.End _ -> order.setEnd(JobEnd.getDefaultInstance());
      case JobOrder.Forget _ -> order.setForget(JobForget.getDefaultInstance());
      case JobOrder.Kept kept -> order.setKept(JobKept.newBuilder().setLogOffset(kept.logOffset()));
    }
    return order.build();
  }

  private static JobInspect write(JobOrder.Inspect inspect, AgentCommand.Job command) {
    JobInspect.Builder message = JobInspect.newBuilder().setToken(inspect.token());
    for (JobOrder.Target target : inspect.reach()) {
      message.addReach(
          JobPlace.newBuilder()
              .setNode(target.node())
              .setAddress(target.address())
              .setPort(target.port()));
    }
    if (!inspect.places().isEmpty()) {
      message.setJob(JobMessages.open(command.message()));
      inspect.places().forEach(place -> message.addPlaces(write(place)));
    }
    return message.build();
  }

  private static Map<String, String> values(Map<String, Secret> secrets) {
    Map<String, String> values = new HashMap<>();
    secrets.forEach((name, secret) -> values.put(name, secret.value().orElseThrow()));
    return values;
  }

  private static JobSignal.Signal write(JobOrder.Signal.Kind kind) {
    return switch (kind) {
      case TERM -> JobSignal.Signal.TERM;
      case KILL -> JobSignal.Signal.KILL;
      case QUIT -> JobSignal.Signal.QUIT;
    };
  }

  static JobPlace write(Place place) {
    return JobPlace.newBuilder()
        .setNode(place.node())
        .setAddress(place.address())
        .setSlots(place.slots())
        .setRanks(place.ranks())
        .build();
  }
}
