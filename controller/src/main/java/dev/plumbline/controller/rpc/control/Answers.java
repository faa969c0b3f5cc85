package dev.plumbline.controller.rpc.control;

import dev.plumbline.controller.run.Refusal;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Ends calls. The description of a status is one line for a person. */
final class Answers {
  private Answers() {}

  static <A> void one(StreamObserver<A> answers, A answer) {
    answers.onNext(answer);
    answers.onCompleted();
  }

  /** Answers when the future is complete. */
  static <A> void later(StreamObserver<A> answers, CompletableFuture<A> future) {
    var _ =
        future.whenComplete((answer, failure) -> {
          if (failure == null) {
            one(answers, answer);
          } else {
            answers.onError(status(failure));
          }
        });
  }

  /** Goes on with what was found, or ends the call. */
  static <A, T> void whenFound(
      StreamObserver<A> answers, CompletableFuture<T> future, Consumer<T> next) {
    var _ =
        future.whenComplete((found, failure) -> {
          if (failure == null) {
            next.accept(found);
          } else {
            answers.onError(status(failure));
          }
        });
  }

  static StatusRuntimeException status(Refusal refusal) {
    Status status =
        switch (refusal.kind()) {
          case INVALID -> Status.INVALID_ARGUMENT;
          case TOO_EARLY -> Status.FAILED_PRECONDITION;
          case BROKEN -> Status.INTERNAL;
        };
    return status.withDescription(refusal.getMessage()).asRuntimeException();
  }

  private static StatusRuntimeException status(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return switch (cause) {
      case Refusal refusal -> status(refusal);
      case StatusRuntimeException status -> status;
      default -> Status.INTERNAL.withDescription(cause.getMessage()).asRuntimeException();
    };
  }
}
