package dev.plumbline.controller.rpc.agents;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.DefaultChannelPipeline;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/**
 * One connection of an agent, or of anybody else: a TLS handshake that fails ends here, and is one
 * line in the log.
 */
final class AgentSocket extends NioSocketChannel {
  private final Consumer<String> log;

  AgentSocket(Channel parent, SocketChannel socket, Consumer<String> log) {
    super(parent, socket);
    this.log = log;
  }

  @Override
  protected DefaultChannelPipeline newChannelPipeline() {
    return new Pipeline(this);
  }

  private final class Pipeline extends DefaultChannelPipeline implements ChannelPipeline {
    Pipeline(Channel channel) {
      super(channel);
    }

    @Override
    protected void onUnhandledInboundException(Throwable cause) {
      log.accept(
          "refused a connection from " + peer(channel().remoteAddress()) + ": " + why(cause));
      var _ = channel().close();
    }
  }

  private static String peer(SocketAddress address) {
    return address instanceof InetSocketAddress inet
        ? inet.getAddress().getHostAddress()
        : String.valueOf(address);
  }

  /** The innermost message says it best. */
  private static String why(Throwable cause) {
    Throwable innermost = cause;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = String.valueOf(innermost.getMessage());
    if (innermost instanceof SSLException && message.contains("Empty client certificate chain")) {
      return "it has no certificate";
    }
    return message;
  }
}
