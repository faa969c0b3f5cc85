package dev.plumbline.controller.rpc.socket;

import com.google.protobuf.ByteString;
import io.grpc.Attributes;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A gRPC call whose answers go to an {@link Outbox}. */
final class SocketCall<Q, A> extends ServerCall<Q, A> {
  private final MethodDescriptor<Q, A> method;
  private final Attributes attributes;
  private final Outbox outbox;
  private volatile boolean cancelled;
  private volatile boolean ended;

  SocketCall(MethodDescriptor<Q, A> method, Attributes attributes, Outbox outbox) {
    this.method = method;
    this.attributes = attributes;
    this.outbox = outbox;
  }

  @Override
  public void request(int messages) {
    // The only request of a call has been read before the call starts.
  }

  @Override
  public void sendHeaders(Metadata headers) {
    // Frames carry no metadata.
  }

  @Override
  public void sendMessage(A message) {
    try (InputStream stream = method.streamResponse(message)) {
      if (!outbox.add(new Frames.Answer.Message(ByteString.readFrom(stream)))) {
        cancelled = true;
        outbox.abandon();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a message in memory must be readable", e);
    }
  }

  @Override
  public void close(Status status, Metadata trailers) {
    ended = true;
    String description = status.getDescription();
    outbox.add(
        new Frames.Answer.End(
            status.getCode().value(),
            description == null ? (status.isOk() ? "" : status.getCode().name()) : description));
  }

  void cancel() {
    cancelled = true;
    outbox.abandon();
  }

  /** Whether the answer is complete. */
  boolean ended() {
    return ended;
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  /** Whether the caller has read most of what it was sent. */
  @Override
  public boolean isReady() {
    return outbox.hasRoom();
  }

  @Override
  public MethodDescriptor<Q, A> getMethodDescriptor() {
    return method;
  }

  @Override
  public Attributes getAttributes() {
    return attributes;
  }
}
