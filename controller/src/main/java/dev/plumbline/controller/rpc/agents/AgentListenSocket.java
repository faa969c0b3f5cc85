package dev.plumbline.controller.rpc.agents;

import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.internal.SocketUtils;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.function.Consumer;

/** The listening socket of the agents' port. */
final class AgentListenSocket extends NioServerSocketChannel {
  private final Consumer<String> log;

  AgentListenSocket(Consumer<String> log) {
    this.log = log;
  }

  @Override
  protected int doReadMessages(List<Object> accepted) throws Exception {
    SocketChannel socket = SocketUtils.accept(javaChannel());
    if (socket == null) {
      return 0;
    }
    NioSocketChannel connection = new NioSocketChannel(this, socket);
    connection.pipeline().addLast(new HandshakeWatch(log));
    accepted.add(connection);
    return 1;
  }
}
