package dev.plumbline.controller.rpc.control;

import dev.plumbline.controller.model.Bundle;
import dev.plumbline.controller.model.Verb;
import dev.plumbline.controller.rpc.socket.Caller;
import dev.plumbline.controller.rpc.wire.Events;
import dev.plumbline.controller.run.Refusal;
import dev.plumbline.controller.run.RunHandle;
import dev.plumbline.controller.run.RunObserver;
import dev.plumbline.controller.run.RunRequest;
import dev.plumbline.controller.run.Runs;
import dev.plumbline.proto.v1.ApplyCommand;
import dev.plumbline.proto.v1.DriftCommand;
import dev.plumbline.proto.v1.PlanCommand;
import dev.plumbline.proto.v1.RunEvent;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Calls that begin runs and follow them. */
final class RunCalls {
  private final Runs runs;
  private final LastBundle last;

  RunCalls(Runs runs, LastBundle last) {
    this.runs = runs;
    this.last = last;
  }

  void plan(PlanCommand command, StreamObserver<RunEvent> answers) {
    start(
        new RunRequest(
            Verb.PLAN,
            Optional.of(last.keep(command.getBundle())),
            command.getLimitList(),
            List.of(),
            user()),
        answers);
  }

  void apply(ApplyCommand command, StreamObserver<RunEvent> answers) {
    start(
        new RunRequest(
            Verb.APPLY,
            Optional.of(last.keep(command.getBundle())),
            command.getLimitList(),
            command.getUnreachedList().stream()
                .map(node ->
                    new RunRequest.Unreached(node.getNode(), node.getMessage(), node.getRemedy()))
                .toList(),
            user()),
        answers);
  }

  void applyAgain(Bundle bundle, StreamObserver<RunEvent> answers) {
    start(new RunRequest(Verb.APPLY, Optional.of(bundle), List.of(), List.of(), user()), answers);
  }

  void drift(DriftCommand command, StreamObserver<RunEvent> answers) {
    start(
        new RunRequest(Verb.DRIFT, Optional.empty(), command.getLimitList(), List.of(), user()),
        answers);
  }

  private static String user() {
    return Optional.ofNullable(Caller.USER.get()).orElse("unknown");
  }

  private void start(RunRequest request, StreamObserver<RunEvent> answers) {
    ServerCallStreamObserver<RunEvent> stream = (ServerCallStreamObserver<RunEvent>) answers;
    Leaving leaving = new Leaving();
    stream.setOnCancelHandler(leaving::left);
    leaving.of(runs.start(request, new Following(stream)));
  }

  /** Joins the end of a call with a run that may only be beginning. */
  private static final class Leaving {
    private final AtomicReference<Optional<RunHandle>> run =
        new AtomicReference<>(Optional.empty());
    private final CountDownLatch gone = new CountDownLatch(1);

    void of(RunHandle handle) {
      run.set(Optional.of(handle));
      if (gone.getCount() == 0) {
        handle.callerLeft();
      }
    }

    void left() {
      gone.countDown();
      run.get().ifPresent(RunHandle::callerLeft);
    }
  }

  /** Passes on what happens for as long as somebody listens. */
  private record Following(ServerCallStreamObserver<RunEvent> stream) implements RunObserver {
    @Override
    public void happened(dev.plumbline.controller.run.RunEvent event) {
      if (!stream.isCancelled()) {
        stream.onNext(Events.write(event));
      }
    }

    @Override
    public void ended(Optional<Refusal> refusal) {
      if (stream.isCancelled()) {
        return;
      }
      if (refusal.isPresent()) {
        stream.onError(Answers.status(refusal.get()));
      } else {
        stream.onCompleted();
      }
    }
  }
}
