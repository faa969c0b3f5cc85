package dev.plumbline.controller.rpc.wire;

import dev.plumbline.controller.model.AgentCommand;
import dev.plumbline.controller.model.PageRequest;
import dev.plumbline.proto.v1.Acknowledge;
import dev.plumbline.proto.v1.ApplyRequest;
import dev.plumbline.proto.v1.Confirm;
import dev.plumbline.proto.v1.Doubt;
import dev.plumbline.proto.v1.ExportsRequest;
import dev.plumbline.proto.v1.FactsRequest;
import dev.plumbline.proto.v1.PageOrder;
import dev.plumbline.proto.v1.PlanRequest;
import dev.plumbline.proto.v1.ProbeRequest;
import dev.plumbline.proto.v1.ToAgent;

/** What agents are told. */
public final class ToAgents {
  private ToAgents() {}

  public static ToAgent write(AgentCommand command) {
    ToAgent.Builder message = ToAgent.newBuilder();
    switch (command) {
      case AgentCommand.Plan plan -> {
        PlanRequest.Builder request = PlanRequest.newBuilder().setRequest(plan.request());
        plan.catalog().ifPresent(catalog -> request.setCatalog(Catalogs.write(catalog)));
        message.setPlan(request);
      }
      case AgentCommand.Apply apply ->
          message.setApply(
              ApplyRequest.newBuilder()
                  .setRequest(apply.request())
                  .setCatalog(Catalogs.write(apply.catalog())));
      case AgentCommand.Acknowledge acknowledge ->
          message.setAcknowledge(Acknowledge.newBuilder().setRequest(acknowledge.request()));
      case AgentCommand.Facts facts ->
          message.setFacts(FactsRequest.newBuilder().setRequest(facts.request()));
      case AgentCommand.Probe probe ->
          message.setProbe(
              ProbeRequest.newBuilder()
                  .setRequest(probe.request())
                  .setAddress(probe.address())
                  .setPort(probe.port())
                  .setTimeoutMs(Math.toIntExact(probe.timeout().toMillis())));
      case AgentCommand.Confirm confirm ->
          message.setConfirm(Confirm.newBuilder().setGuard(confirm.request()));
      case AgentCommand.Doubt doubt ->
          message.setDoubt(Doubt.newBuilder().setGuard(doubt.request()).setReason(doubt.reason()));
      case AgentCommand.Exports exports ->
          message.setExports(ExportsRequest.newBuilder().setRequest(exports.request()));
      case AgentCommand.Page page ->
          message.setPage(
              PageOrder.newBuilder()
                  .setRequest(page.request())
                  .setJob(page.job())
                  .setPage(write(page.page())));
      case AgentCommand.Job job -> message.setJob(JobOrders.write(job));
    }
    return message.build();
  }

  private static dev.plumbline.proto.v1.PageRequest write(PageRequest page) {
    return dev.plumbline.proto.v1.PageRequest.newBuilder()
        .setHead(page.head())
        .setTarget(page.target())
        .setHost(page.host())
        .setAccept(page.accept())
        .setAcceptEncoding(page.encoding())
        .build();
  }
}
