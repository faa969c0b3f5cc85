package dev.plumbline.controller.client.rpc;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import dev.plumbline.controller.client.ControllerException;
import dev.plumbline.controller.client.ControllerException.Reason;
import dev.plumbline.controller.rpc.socket.Frames;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Calls methods of the control service, one connection each. */
final class ControlSocket {
  private static final int UNIMPLEMENTED = 12; // gRPC's status code

  private final Path path;

  ControlSocket(Path path) {
    this.path = path;
  }

  /** Calls a method that gives exactly one answer. */
  <A> A call(String method, MessageLite request, Parser<A> parser) {
    Once<A> once = new Once<>();
    stream(method, request, parser, once);
    A answer = once.answer;
    if (answer == null) {
      throw lost("gave no answer to '" + method + "'");
    }
    return answer;
  }

  /** Calls a method, and hands over its answers as they come. */
  <A> void stream(String method, MessageLite request, Parser<A> parser, Consumer<A> answers) {
    try (SocketChannel connection = connect()) {
      Frames.writeRequest(
          new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(connection))),
          new Frames.Request(method, request.toByteString()));
      DataInputStream in =
          new DataInputStream(new BufferedInputStream(Channels.newInputStream(connection)));
      while (true) {
        // No switch over the two: every command would wait until one had been linked.
        Frames.Answer answer = Frames.readAnswer(in);
        if (answer instanceof Frames.Answer.End end) {
          check(end);
          return;
        }
        answers.accept(parse(parser, ((Frames.Answer.Message) answer).bytes()));
      }
    } catch (IOException e) {
      throw lost("went away during '" + method + "'" + because(e));
    }
  }

  private SocketChannel connect() {
    try {
      return SocketChannel.open(UnixDomainSocketAddress.of(path));
    } catch (IOException e) {
      throw new ControllerException(
          Reason.ABSENT,
          "no controller answers at " + path + because(e),
          "start it with 'plumb controller start'");
    }
  }

  private static <A> A parse(Parser<A> parser, ByteString bytes) {
    try {
      return parser.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new ControllerException(
          Reason.OTHER_BUILD,
          "the controller's answer cannot be read: it is of another build" + because(e),
          "restart it with 'plumb controller stop' and 'plumb controller start'");
    }
  }

  private static void check(Frames.Answer.End end) {
    if (end.code() == UNIMPLEMENTED) {
      throw new ControllerException(
          Reason.OTHER_BUILD,
          end.description() + ": it is of another build",
          "restart it with 'plumb controller stop' and 'plumb controller start'");
    }
    if (end.code() != 0) {
      throw new ControllerException(Reason.REFUSED, end.description(), "");
    }
  }

  private static ControllerException lost(String what) {
    return new ControllerException(
        Reason.LOST, "the controller " + what, "look into its log with 'plumb controller log'");
  }

  private static String because(IOException e) {
    return e.getMessage() == null ? "" : ": " + e.getMessage();
  }

  /** Keeps the last answer. */
  private static final class Once<A> implements Consumer<A> {
    private @org.jspecify.annotations.Nullable A answer;

    @Override
    public void accept(A next) {
      answer = next;
    }
  }
}
