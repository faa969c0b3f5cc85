package dev.plumbline.controller.rpc.control;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import dev.plumbline.controller.rpc.socket.Frames;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Calls the control service of a controller, as the command line does. */
public final class ControlClient {
  private final Path socket;

  public ControlClient(Path socket) {
    this.socket = socket;
  }

  /** A call that was refused; the message is what the caller hears. */
  public static final class Refused extends RuntimeException {
    Refused(String message) {
      super(message);
    }
  }

  public <A> A call(String method, MessageLite request, Parser<A> parser) {
    return stream(method, request, parser).getFirst();
  }

  public <A> List<A> stream(String method, MessageLite request, Parser<A> parser) {
    List<A> answers = new ArrayList<>();
    open(method, request).forEach(parser, answers::add);
    return answers;
  }

  /** A call that may be left before its end. */
  public Call open(String method, MessageLite request) {
    try {
      SocketChannel connection = SocketChannel.open(UnixDomainSocketAddress.of(socket));
      Frames.writeRequest(
          new DataOutputStream(Channels.newOutputStream(connection)),
          new Frames.Request(method, request.toByteString()));
      return new Call(connection, new DataInputStream(Channels.newInputStream(connection)));
    } catch (IOException e) {
      throw new IllegalStateException("cannot call " + method, e);
    }
  }

  /** A call under way. */
  public record Call(SocketChannel connection, DataInputStream in) implements AutoCloseable {
    /** Hands on every answer until the end of the call. */
    public <A> void forEach(Parser<A> parser, Consumer<A> receiver) {
      try (this) {
        while (true) {
          switch (Frames.readAnswer(in)) {
            case Frames.Answer.Message message -> receiver.accept(parse(parser, message));
            case Frames.Answer.End end -> {
              if (end.code() != 0) {
                throw new Refused(end.description());
              }
              return;
            }
          }
        }
      } catch (IOException e) {
        throw new IllegalStateException("the controller went away", e);
      }
    }

    /** The next answer. */
    public <A> A next(Parser<A> parser) {
      try {
        return switch (Frames.readAnswer(in)) {
          case Frames.Answer.Message message -> parse(parser, message);
          case Frames.Answer.End end -> throw new Refused(end.description());
        };
      } catch (IOException e) {
        throw new IllegalStateException("the controller went away", e);
      }
    }

    private static <A> A parse(Parser<A> parser, Frames.Answer.Message message) {
      try {
        return parser.parseFrom(message.bytes());
      } catch (InvalidProtocolBufferException e) {
        throw new IllegalStateException(e);
      }
    }

    /** Leaves. */
    @Override
    public void close() {
      try {
        connection.close();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
