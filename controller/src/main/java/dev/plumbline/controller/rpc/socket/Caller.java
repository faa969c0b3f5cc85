package dev.plumbline.controller.rpc.socket;

import io.grpc.Context;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/** Who calls. */
public final class Caller {
  /** The name of the calling process's user, as the kernel tells it; set during a call. */
  public static final Context.Key<String> USER = Context.key("caller-user");

  private Caller() {}

  static String of(SocketChannel connection) throws IOException {
    return connection.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
  }
}
