package dev.plumbline.agent.dbus;

import dev.plumbline.agent.dbus.wire.Message;
import dev.plumbline.agent.dbus.wire.Message.Field;
import dev.plumbline.agent.dbus.wire.WireException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** One connection to a bus. One thread reads; any thread may call. */
final class Connection implements Closeable {
  private final SocketChannel channel;
  private final AtomicInteger serials = new AtomicInteger();
  private final Map<Integer, CompletableFuture<Message>> pending = new ConcurrentHashMap<>();
  private final List<Consumer<Message>> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean open = true;

  private Connection(SocketChannel channel) {
    this.channel = channel;
  }

  /** Connects and says hello. */
  static Connection open(Path socket) throws IOException, BusErrorException {
    SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
    Connection connection = new Connection(channel);
    try {
      connection.authenticate();
      Thread.ofVirtual().name("dbus").start(connection::read);
      connection.call(Target.BUS, "Hello", "", List.of(), Duration.ofSeconds(25));
      return connection;
    } catch (IOException | BusErrorException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  boolean isOpen() {
    return open;
  }

  /**
   * Calls a method and waits for its answer.
   *
   * @param signature the types of the arguments
   */
  List<?> call(Target target, String method, String signature, List<?> arguments, Duration timeout)
      throws IOException, BusErrorException {
    Map<Field, Object> fields = new EnumMap<>(Field.class);
    fields.put(Field.PATH, target.path());
    fields.put(Field.INTERFACE, target.type());
    fields.put(Field.MEMBER, method);
    fields.put(Field.DESTINATION, target.service());
    if (!signature.isEmpty()) {
      fields.put(Field.SIGNATURE, signature);
    }
    Message call = new Message(Message.Type.CALL, serials.incrementAndGet(), fields, arguments);
    CompletableFuture<Message> answer = new CompletableFuture<>();
    pending.put(call.serial(), answer);
    try {
      send(call.encode());
      if (!open) {
        throw new EOFException("the bus closed the connection");
      }
      Message message = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      if (message.type() == Message.Type.ERROR) {
        boolean speaks = !message.body().isEmpty() && message.body().getFirst() instanceof String;
        String name = message.text(Field.ERROR_NAME);
        throw new BusErrorException(
            name, speaks ? String.valueOf(message.body().getFirst()) : name);
      }
      return message.body();
    } catch (TimeoutException e) {
      throw new IOException(method + " was not answered within " + timeout.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException("the connection was lost: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + method, e);
    } finally {
      pending.remove(call.serial());
    }
  }

  /** Hears every signal that the bus sends to this connection. */
  void listen(Consumer<Message> listener) {
    listeners.add(listener);
  }

  void ignore(Consumer<Message> listener) {
    listeners.remove(listener);
  }

  @Override
  public void close() throws IOException {
    open = false;
    channel.close();
  }

  /** EXTERNAL: the kernel tells the bus who we are. */
  private void authenticate() throws IOException {
    String uid = Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString();
    String hex = HexFormat.of().formatHex(uid.getBytes(StandardCharsets.US_ASCII));
    send(("\0AUTH EXTERNAL " + hex + "\r\n").getBytes(StandardCharsets.US_ASCII));
    StringBuilder line = new StringBuilder();
    while (line.indexOf("\r\n") < 0) {
      line.append((char) receive(1)[0]);
    }
    if (!line.toString().startsWith("OK ")) {
      throw new IOException("the bus does not let us in: " + line.toString().strip());
    }
    send("BEGIN\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private void read() {
    IOException end;
    try {
      while (true) {
        byte[] prefix = receive(Message.PREFIX);
        byte[] bytes = Arrays.copyOf(prefix, Message.length(prefix));
        byte[] rest = receive(bytes.length - prefix.length);
        System.arraycopy(rest, 0, bytes, prefix.length, rest.length);
        deliver(Message.decode(bytes));
      }
    } catch (IOException e) {
      end = e;
    } catch (WireException e) {
      end = new IOException("the bus sent what we cannot read: " + e.getMessage(), e);
    }
    open = false;
    for (CompletableFuture<Message> answer : pending.values()) {
      answer.completeExceptionally(end);
    }
  }

  private void deliver(Message message) {
    if (message.type() == Message.Type.SIGNAL) {
      listeners.forEach(listener -> listener.accept(message));
    } else if (message.fields().get(Field.REPLY_SERIAL) instanceof Long serial) {
      CompletableFuture<Message> answer = pending.get(serial.intValue());
      if (answer != null) {
        answer.complete(message);
      }
    }
  }

  private void send(byte[] bytes) throws IOException {
    synchronized (channel) {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }

  private byte[] receive(int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("the bus closed the connection");
      }
    }
    return buffer.array();
  }
}
