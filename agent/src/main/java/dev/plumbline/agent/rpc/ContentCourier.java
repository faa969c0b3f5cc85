package dev.plumbline.agent.rpc;

import com.google.protobuf.ByteString;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.content.Courier;
import dev.plumbline.agent.job.order.Content;
import dev.plumbline.proto.v1.AgentsGrpc;
import dev.plumbline.proto.v1.Chunk;
import dev.plumbline.proto.v1.Chunks;
import dev.plumbline.proto.v1.ContentFrom;
import dev.plumbline.proto.v1.ContentsFrom;
import dev.plumbline.resources.Failure;
import io.grpc.Channel;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
  public void fetch(List<? extends Intake> wanted) throws Failure, InterruptedException {
    List<Intake> lacking = lacking(wanted);
    while (!lacking.isEmpty()) {
      Channel open = channel();
      Context.CancellableContext call = Context.current().withCancellation();
      Context before = call.attach();
      try {
        receive(open, lacking);
      } catch (StatusRuntimeException e) {
        awaitNext(e, "fetch " + first(lacking).hash());
      } catch (IOException e) {
        throw FileTrouble.of("write what came as", Path.of(first(lacking).hash()), e);
      } finally {
        call.detach(before);
        call.cancel(null);
      }
      lacking = lacking(lacking);
    }
  }

  private static List<Intake> lacking(List<? extends Intake> wanted) {
    List<Intake> lacking = new ArrayList<>();
    for (Intake intake : wanted) {
      if (lacks(intake)) {
        lacking.add(intake);
      }
    }
    return lacking;
  }

  private static boolean lacks(Intake intake) {
    return intake.have() < intake.content().size();
  }

  private static Content first(List<Intake> lacking) {
    return lacking.stream()
        .filter(ContentCourier::lacks)
        .findFirst()
        .orElse(lacking.getFirst())
        .content();
  }

  private static void receive(Channel channel, List<Intake> lacking) throws IOException, Failure {
    ContentsFrom.Builder wanted = ContentsFrom.newBuilder();
    for (Intake intake : lacking) {
      wanted.addContents(
          ContentFrom.newBuilder().setHash(intake.content().hash()).setOffset(intake.have()));
    }
    Iterator<Intake> following = lacking.iterator();
    Intake intake = following.next();
    boolean any = false;
    Iterator<Chunks> messages = AgentsGrpc.newBlockingStub(channel).fetch(wanted.build());
    while (messages.hasNext()) {
      for (Chunk chunk : messages.next().getChunksList()) {
        while (!lacks(intake) && following.hasNext()) {
          intake = following.next();
        }
        take(chunk, intake);
        any = true;
      }
    }
    if (!any) {
      throw strange(intake.content());
    }
  }

  private static void take(Chunk chunk, Intake intake) throws IOException, Failure {
    Content content = intake.content();
    int size = chunk.getData().size();
    if (!chunk.getHash().equals(content.hash())
        || chunk.getOffset() != intake.have()
        || size == 0
        || size > content.size() - intake.have()) {
      throw strange(content);
    }
    intake.write(chunk.getData().toByteArray());
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
