package dev.plumbline.agent.job.content;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.order.Content;
import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.agent.job.report.Trouble;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongConsumer;

/** What a job has left under its outputs. */
public final class Outputs {
  /** What tells of them travels in one message, of 16 MiB at most. */
  private static final long MOST_BYTES = 12 << 20;

  /** Of a file, beside its path: its hash, its size, or why it cannot be brought. */
  private static final int BESIDE = 200;

  private final Path folder;
  private final Tree tree;
  private final long mostBytes;

  /**
   * What was wanted.
   *
   * @param missing required patterns without a match
   * @param problems of files that match and cannot be brought
   */
  public record Found(List<Placed> files, List<String> missing, List<Trouble> problems) {
    public long bytes() {
      return files.stream().mapToLong(file -> file.content().size()).sum();
    }
  }

  public Outputs(Path folder) {
    this(folder, MOST_BYTES);
  }

  /**
   * @param mostBytes that may be told of files
   */
  Outputs(Path folder, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
    this.tree = new Tree(folder);
  }

  /** Finds and reads the files that match. */
  public Found find(List<String> required, List<String> optional) throws Failure {
    Globs must = new Globs(required);
    Globs may = new Globs(optional);
    List<Placed> files = new ArrayList<>();
    List<Trouble> problems = new ArrayList<>();
    long told = 0;
    for (Tree.Entry entry : tree.entries()) {
      if (!must.match(entry.path()) && !may.match(entry.path())) {
        continue;
      }
      told += BESIDE + entry.path().getBytes(StandardCharsets.UTF_8).length;
      if (told > mostBytes) {
        throw new Failure(
            "the job left more outputs than can be told of at once, the first "
                + (files.size() + problems.size())
                + " are as many as can",
            "let it pack them into an archive, or name fewer under outputs");
      }
      if (entry.link()) {
        problems.add(
            new Trouble(
                "the output " + entry.path() + " is a symbolic link, which is not followed",
                "let the job write a file"));
      } else {
        files.add(new Placed(entry.path(), content(entry.path()), entry.executable()));
      }
    }
    return new Found(
        files, must.without(files.stream().map(Placed::path).toList()), List.copyOf(problems));
  }

  private Content content(String path) throws Failure {
    MessageDigest digest = Digests.sha256();
    try (SeekableByteChannel channel = tree.open(path)) {
      long size = Digests.update(digest, Channels.newInputStream(channel));
      return new Content(Digests.hex(digest), size);
    } catch (IOException e) {
      throw FileTrouble.of("read", folder.resolve(path), e);
    }
  }

  /** Brings a file to the controller. */
  public void deliver(Placed file, Courier courier, LongConsumer done)
      throws Failure, InterruptedException {
    try (SeekableByteChannel channel = tree.open(file.path())) {
      courier.deliver(
          file.content(),
          (offset, most) -> {
            ByteBuffer buffer = ByteBuffer.allocate(most);
            channel.position(offset);
            while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
              // Until there are as many as were asked for, or the file ends.
            }
            done.accept(offset + buffer.position());
            return Arrays.copyOf(buffer.array(), buffer.position());
          });
    } catch (IOException e) {
      throw FileTrouble.of("read", folder.resolve(file.path()), e);
    }
  }
}
