package dev.plumbline.agent.rpc;

import com.google.protobuf.ByteString;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.content.Courier;
import dev.plumbline.agent.job.order.Content;
import dev.plumbline.proto.v1.AgentsGrpc;
import dev.plumbline.proto.v1.Chunk;
import dev.plumbline.proto.v1.ContentFrom;
import dev.plumbline.resources.Failure;
import io.grpc.Channel;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;

/** Carries contents over the connection of the session; waits for the next one when it is lost. */
public final class ContentCourier implements Courier {
  private static final int CHUNK = 1 << 18;
  private static final long PAUSE_MILLIS = 200;
  private Optional<Channel> channel = Optional.empty();

  synchronized void open(Channel fresh) {
    channel = Optional.of(fresh);
    notifyAll();
  }

  synchronized void close() {
    channel = Optional.empty();
  }

  private synchronized Channel channel() throws InterruptedException {
    while (channel.isEmpty()) {
      wait();
    }
    return channel.get();
  }

  @Override
  public void fetch(Content content, long offset, Sink sink) throws Failure, InterruptedException {
    long at = offset;
    while (at < content.size()) {
      Channel open = channel();
      // Whatever ends this ends the call: the connection has room for some, and no more.
      try (Context.CancellableContext call = Context.current().withCancellation()) {
        Iterator<Chunk> chunks =
            chunks(
                call, open, ContentFrom.newBuilder().setHash(content.hash()).setOffset(at).build());
        long before = at;
        while (at < content.size() && chunks.hasNext()) {
          Chunk chunk = chunks.next();
          if (chunk.getOffset() != at || chunk.getData().size() > content.size() - at) {
            throw strange(content);
          }
          sink.write(chunk.getData().toByteArray());
          at += chunk.getData().size();
        }
        if (at == before) {
          throw strange(content);
        }
      } catch (StatusRuntimeException e) {
        awaitNext(e, "fetch " + content.hash());
      } catch (IOException e) {
        throw FileTrouble.of("write what came as", Path.of(content.hash()), e);
      }
    }
  }

  private static Iterator<Chunk> chunks(
      Context.CancellableContext call, Channel open, ContentFrom wanted) {
    Context before = call.attach();
    try {
      return AgentsGrpc.newBlockingStub(open).fetch(wanted);
    } finally {
      call.detach(before);
    }
  }

  private static Failure strange(Content content) {
    return new Failure(
        "the controller sends other bytes than those of the content " + content.hash(),
        "run the job again; look at the log of the controller if it happens again");
  }

  @Override
  public void deliver(Content content, Source source) throws Failure, InterruptedException {
    long kept = 0;
    boolean asked = false;
    while (!asked || kept < content.size()) {
      Channel open = channel();
      try (Delivery delivery = new Delivery(AgentsGrpc.newStub(open))) {
        if (asked || content.size() == 0) {
          send(content, source, delivery, kept);
        } else {
          delivery.send(Chunk.newBuilder().setHash(content.hash()).build());
        }
        long before = kept;
        kept = delivery.kept();
        if (asked && kept <= before) {
          throw new Failure(
              "the controller does not take in an output: it keeps "
                  + kept
                  + " of "
                  + content.size()
                  + " bytes of "
                  + content.hash(),
              "look whether its disk is full (.plumbline/ beside the inventory)");
        }
        asked = true;
      } catch (StatusRuntimeException e) {
        awaitNext(e, "deliver " + content.hash());
      } catch (IOException e) {
        throw FileTrouble.of("read the bytes of", Path.of(content.hash()), e);
      }
    }
  }

  private static void send(Content content, Source source, Delivery delivery, long from)
      throws IOException, Failure, InterruptedException {
    long at = from;
    do {
      byte[] piece = source.read(at, (int) Math.min(CHUNK, content.size() - at));
      if (piece.length == 0 && at < content.size()) {
        throw new Failure(
            "an output became shorter while it was sent", "let the job end all that it starts");
      }
      boolean last = at + piece.length == content.size();
      boolean more =
          delivery.send(
              Chunk.newBuilder()
                  .setHash(content.hash())
                  .setOffset(at)
                  .setData(ByteString.copyFrom(piece))
                  .setLast(last)
                  .build());
      if (!more) {
        return; // It has ended; its answer says why.
      }
      at += piece.length;
    } while (at < content.size());
  }

  /** Returns if it can go on over another connection. */
  private static void awaitNext(StatusRuntimeException e, String what)
      throws Failure, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException(what);
    }
    Status.Code code = e.getStatus().getCode();
    if (code != Status.Code.UNAVAILABLE && code != Status.Code.CANCELLED) {
      String said = e.getStatus().getDescription();
      throw new Failure(
          "cannot " + what + ": " + (said == null ? code.toString() : said),
          "run the job again; look at the log of the controller if it happens again",
          e);
    }
    Thread.sleep(PAUSE_MILLIS);
  }
}
