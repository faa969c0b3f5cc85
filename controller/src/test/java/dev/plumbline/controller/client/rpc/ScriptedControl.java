package dev.plumbline.controller.client.rpc;

import dev.plumbline.controller.rpc.socket.Caller;
import dev.plumbline.proto.v1.ControlGrpc;
import dev.plumbline.proto.v1.DescribeRequest;
import dev.plumbline.proto.v1.Description;
import dev.plumbline.proto.v1.DriftCommand;
import dev.plumbline.proto.v1.FactsQuery;
import dev.plumbline.proto.v1.FactsReport;
import dev.plumbline.proto.v1.HistoryReport;
import dev.plumbline.proto.v1.HistoryRequest;
import dev.plumbline.proto.v1.RunEvent;
import dev.plumbline.proto.v1.RunStarted;
import dev.plumbline.proto.v1.StatusReport;
import dev.plumbline.proto.v1.StatusRequest;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CountDownLatch;

/** A control service that answers as a test wants it. */
final class ScriptedControl extends ControlGrpc.ControlImplBase {
  final CountDownLatch cancelled = new CountDownLatch(1);
  volatile int events = 1;
  volatile Runnable onDrift = () -> {};

  @Override
  public void describe(DescribeRequest request, StreamObserver<Description> answers) {
    answers.onNext(
        Description.newBuilder().setBuild("build-of-" + Caller.USER.get()).setPid(7).build());
    answers.onCompleted();
  }

  @Override
  public void drift(DriftCommand request, StreamObserver<RunEvent> answers) {
    onDrift.run();
    for (int i = 0; i < events; i++) {
      answers.onNext(
          RunEvent.newBuilder()
              .setStarted(RunStarted.newBuilder().setRun("run-" + i).setGeneration(i))
              .build());
    }
    answers.onCompleted();
  }

  @Override
  public void status(StatusRequest request, StreamObserver<StatusReport> answers) {
    ((ServerCallStreamObserver<StatusReport>) answers).setOnCancelHandler(cancelled::countDown);
    answers.onNext(StatusReport.getDefaultInstance());
  }

  @Override
  public void history(HistoryRequest request, StreamObserver<HistoryReport> answers) {
    answers.onError(
        Status.FAILED_PRECONDITION.withDescription("no history is kept here").asRuntimeException());
  }

  @Override
  public void getFacts(FactsQuery request, StreamObserver<FactsReport> answers) {
    throw new IllegalStateException("broken on purpose");
  }
}
