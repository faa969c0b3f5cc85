package dev.plumbline.agent.rpc.wire;

import dev.plumbline.agent.work.Request;
import dev.plumbline.proto.v1.ApplyRequest;
import dev.plumbline.proto.v1.PlanRequest;
import dev.plumbline.proto.v1.ToAgent;
import java.util.Optional;

/** Requests that come. */
public final class Requests {
  private Requests() {}

  /** The request that a message is; empty if it is something else. */
  public static Optional<Request> read(ToAgent message) {
    return switch (message.getMessageCase()) {
      case PLAN -> Optional.of(read(message.getPlan()));
      case APPLY -> Optional.of(read(message.getApply()));
      case FACTS -> Optional.of(new Request.Facts(message.getFacts().getRequest()));
      case EXPORTS -> Optional.of(new Request.Exports(message.getExports().getRequest()));
      case WELCOME, ACKNOWLEDGE, PROBE, CONFIRM, DOUBT, JOB, PAGE, MESSAGE_NOT_SET ->
          Optional.empty();
    };
  }

  private static Request read(PlanRequest request) {
    return new Request.Plan(
        request.getRequest(),
        request.hasCatalog() ? Optional.of(Catalogs.read(request.getCatalog())) : Optional.empty());
  }

  private static Request read(ApplyRequest request) {
    return new Request.Apply(
        request.getRequest(),
        Catalogs.read(request.getCatalog()),
        Optional.of(request.getObserved()).filter(hash -> !hash.isEmpty()));
  }
}
