package dev.plumbline.agent.job.mpi;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.order.Exit;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jdk.net.ExtendedSocketOptions;

/**
 * Where the shims of the mpiruns of this node ask for orteds. Everybody can connect; who does is
 * told by the kernel, and only the user of a job that runs here gets an answer.
 */
public final class RelaySocket implements Closeable {
  private static final System.Logger LOG = System.getLogger(RelaySocket.class.getName());
  private static final int ALIVE_SECONDS = 5;
  private final ServerSocketChannel server;
  private final RelayDesk desk;
  private final Accounts accounts;

  private RelaySocket(ServerSocketChannel server, RelayDesk desk, Accounts accounts) {
    this.server = server;
    this.desk = desk;
    this.accounts = accounts;
  }

  /** Listens; its directory is one that every user can pass. */
  public static RelaySocket open(Path path, RelayDesk desk, Accounts accounts) throws Failure {
    try {
      Files.deleteIfExists(path); // Of an agent that died.
      ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(path));
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-rw-"));
      RelaySocket socket = new RelaySocket(server, desk, accounts);
      Thread.ofVirtual().name("relay").start(socket::serve);
      return socket;
    } catch (IOException e) {
      throw FileTrouble.of("listen on", path, e);
    }
  }

  private void serve() {
    try {
      while (true) {
        SocketChannel shim = server.accept();
        Thread.ofVirtual().name("relay of a shim").start(() -> talk(shim));
      }
    } catch (ClosedChannelException e) {
      return; // The agent ends.
    } catch (IOException e) {
      LOG.log(System.Logger.Level.ERROR, "the relay of MPI has ended: {0}", e.getMessage());
    }
  }

  private void talk(SocketChannel shim) {
    try (shim) {
      RelayDesk.Accepted accepted;
      try {
        long uid = uid(shim.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName());
        RelayRequest request =
            RelayRequest.read(new BufferedInputStream(Channels.newInputStream(shim)));
        accepted = desk.accept(request, uid);
      } catch (Failure refusal) {
        say(shim, "refused " + refusal.getMessage() + "; " + refusal.remedy());
        return;
      }
      say(shim, "relay " + accepted.relay());
      say(shim, "exit " + (await(shim, accepted.exit()).code() & 0xff));
    } catch (IOException e) {
      // The shim was killed with its mpirun; a lost connection is no end of anything.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says something now and then, so that the thread of a dead shim does not stay for ever. */
  private static Exit await(SocketChannel shim, CompletableFuture<Exit> exit)
      throws IOException, InterruptedException {
    while (true) {
      try {
        return exit.get(ALIVE_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        say(shim, "waiting");
      } catch (ExecutionException e) {
        throw new IllegalStateException("the end of an orted never fails", e);
      }
    }
  }

  private long uid(String user) throws Failure {
    if (user.matches("[0-9]{1,10}")) {
      return Long.parseLong(user); // There is no such name.
    }
    for (Accounts.User each : accounts.users()) {
      if (each.name().equals(user)) {
        return each.uid();
      }
    }
    throw new Failure(
        "user " + user + " is no local user of this node", "run jobs as a local user");
  }

  private static void say(SocketChannel shim, String line) throws IOException {
    ByteBuffer rest =
        ByteBuffer.wrap((line.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8));
    while (rest.hasRemaining()) {
      shim.write(rest);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
