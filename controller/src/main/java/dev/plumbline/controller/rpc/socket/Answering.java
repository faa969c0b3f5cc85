package dev.plumbline.controller.rpc.socket;

import com.google.protobuf.ByteString;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;

/** Hands one request to the service, as a gRPC transport would. */
final class Answering<Q, A> implements Runnable {
  private final ServerMethodDefinition<Q, A> method;
  private final SocketCall<Q, A> call;
  private final ByteString request;
  private ServerCall.@Nullable Listener<Q> begun;

  Answering(ServerMethodDefinition<Q, A> method, SocketCall<Q, A> call, ByteString request) {
    this.method = method;
    this.call = call;
    this.request = request;
  }

  @Override
  public void run() {
    try {
      ServerCall.Listener<Q> listener = begin();
      listener.onMessage(method.getMethodDescriptor().parseRequest(request.newInput()));
      listener.onHalfClose();
    } catch (RuntimeException e) {
      // The service's own code is on the other side: whatever it throws ends this call only.
      call.close(Status.fromThrowable(e), new Metadata());
    }
  }

  private synchronized ServerCall.Listener<Q> begin() {
    ServerCall.Listener<Q> started = method.getServerCallHandler().startCall(call, new Metadata());
    begun = started;
    return started;
  }

  /** The caller has gone. */
  synchronized void cancel() {
    if (!call.ended()) {
      call.cancel();
      if (begun != null) {
        begun.onCancel();
      }
    }
  }
}
