package dev.plumbline.agent.job.content;

import dev.plumbline.agent.job.order.Content;
import dev.plumbline.resources.Failure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A controller's contents, in memory. */
public final class MemoryCourier implements Courier {
  private static final int PIECE = 4;
  private final Map<String, byte[]> contents = new TreeMap<>();

  /** What was asked for: hash and offset. */
  public final List<String> asked = new ArrayList<>();

  /** How often something was asked for. */
  public int calls;

  /** How many pieces come before the connection fails for good; -1 for all. */
  public int pieces = -1;

  public Content add(String text) throws IOException {
    return add(text.getBytes(StandardCharsets.UTF_8));
  }

  public Content add(byte[] bytes) throws IOException {
    var digest = Digests.sha256();
    digest.update(bytes);
    Content content = new Content(Digests.hex(digest), bytes.length);
    contents.put(content.hash(), bytes);
    return content;
  }

  public String text(Content content) {
    return new String(contents.getOrDefault(content.hash(), new byte[0]), StandardCharsets.UTF_8);
  }

  /** Lets other bytes come as that content. */
  public void damage(Content content) {
    contents.put(content.hash(), new byte[(int) content.size()]);
  }

  @Override
  public void fetch(List<? extends Intake> wanted) throws Failure {
    calls++;
    for (Intake intake : wanted) {
      fetch(intake);
    }
  }

  private void fetch(Intake intake) throws Failure {
    Content content = intake.content();
    long offset = intake.have();
    asked.add(content.hash().substring(0, 4) + "@" + offset);
    byte[] bytes = contents.get(content.hash());
    if (bytes == null) {
      throw new Failure("the controller has no " + content.hash(), "run the job again");
    }
    for (int at = (int) offset; at < bytes.length; at += PIECE) {
      if (pieces-- == 0) {
        throw new Failure("it is gone", "wait");
      }
      try {
        intake.write(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PIECE)));
      } catch (IOException e) {
        throw new Failure("cannot write", "look", e);
      }
    }
  }

  @Override
  public void deliver(Content content, Source source) throws Failure {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      while (bytes.size() < content.size()) {
        bytes.writeBytes(source.read(bytes.size(), PIECE));
      }
    } catch (IOException e) {
      throw new Failure("cannot read", "look", e);
    }
    contents.put(content.hash(), bytes.toByteArray());
  }
}
