package dev.plumbline.controller.rpc.socket;

import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/** One connection: reads the request, lets the service answer, and notices a caller that leaves. */
final class Conversation {
  private static final long UNREAD_LIMIT = 64L << 20;

  private final SocketChannel connection;
  private final ServerServiceDefinition service;
  private final DataInputStream in;
  private final DataOutputStream out;

  Conversation(SocketChannel connection, ServerServiceDefinition service) {
    this.connection = connection;
    this.service = service;
    this.in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(connection)));
    this.out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(connection)));
  }

  void run() throws IOException, InterruptedException {
    Frames.Request request = Frames.readRequest(in);
    String name =
        MethodDescriptor.generateFullMethodName(
            service.getServiceDescriptor().getName(), request.method());
    ServerMethodDefinition<?, ?> method = service.getMethod(name);
    if (method == null) {
      Frames.writeAnswer(
          out,
          new Frames.Answer.End(
              Status.Code.UNIMPLEMENTED.value(),
              "this controller does not know '" + request.method() + "'"));
      out.flush();
      return;
    }
    answer(method, request);
  }

  private <Q, A> void answer(ServerMethodDefinition<Q, A> method, Frames.Request request)
      throws IOException, InterruptedException {
    Outbox outbox = new Outbox(UNREAD_LIMIT);
    SocketCall<Q, A> call =
        new SocketCall<>(method.getMethodDescriptor(), Attributes.EMPTY, outbox);
    Context context = Context.current().withValue(Caller.USER, Caller.of(connection));
    Answering<Q, A> answering = new Answering<>(method, call, request.message());
    Thread.ofVirtual().name("answer").start(context.wrap(answering));
    Thread.ofVirtual().name("departure").start(() -> awaitDeparture(answering));
    outbox.drain(out);
  }

  /**
   * A caller has nothing to say after its request, so that whatever ends the reading is its end.
   */
  private void awaitDeparture(Answering<?, ?> answering) {
    try {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      // However it ended, the caller is gone.
    }
    answering.cancel();
  }
}
