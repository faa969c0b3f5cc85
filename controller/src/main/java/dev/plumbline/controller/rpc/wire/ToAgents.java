package dev.plumbline.controller.rpc.wire;

import dev.plumbline.controller.model.AgentCommand;
import dev.plumbline.proto.v1.Acknowledge;
import dev.plumbline.proto.v1.ApplyRequest;
import dev.plumbline.proto.v1.ExportsRequest;
import dev.plumbline.proto.v1.FactsRequest;
import dev.plumbline.proto.v1.PlanRequest;
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
      case AgentCommand.Exports exports ->
          message.setExports(ExportsRequest.newBuilder().setRequest(exports.request()));
      case AgentCommand.Job job -> message.setJob(JobOrders.write(job));
    }
    return message.build();
  }
}
