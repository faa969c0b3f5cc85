package dev.plumbline.controller.rpc.agents;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a TLS handshake that fails one line in the log: gRPC keeps such failures to itself. Waits
 * for the first bytes, because by then gRPC has added its TLS handler. Who connects and leaves
 * without a word has asked nothing: first contact looks so whether the port can be reached.
 */
final class HandshakeWatch extends ChannelInboundHandlerAdapter {
  private final Consumer<String> log;

  HandshakeWatch(Consumer<String> log) {
    this.log = log;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    SslHandler tls = context.pipeline().get(SslHandler.class);
    if (tls != null) {
      String peer = peer(context.channel().remoteAddress());
      tls.handshakeFuture()
          .addListener(handshake -> {
            Throwable cause = handshake.cause();
            if (cause != null && !(cause instanceof ClosedChannelException)) {
              log.accept("refused a connection from " + peer + ": " + why(cause));
            }
          });
    }
    context.fireChannelRead(message);
    context.pipeline().remove(this);
  }

  private static String peer(@Nullable SocketAddress address) {
    return address instanceof InetSocketAddress inet
        ? inet.getAddress().getHostAddress()
        : String.valueOf(address);
  }

  /** The innermost message says it best. */
  private static String why(Throwable cause) {
    Throwable innermost = cause;
    while (innermost instanceof SSLException && innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = String.valueOf(innermost.getMessage());
    return message.contains("Empty client certificate chain") ? "it has no certificate" : message;
  }
}
