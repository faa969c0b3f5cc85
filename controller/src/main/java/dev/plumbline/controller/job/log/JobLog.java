package dev.plumbline.controller.job.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;

/**
 * The log of a job: what its nodes wrote, line by line in the order in which it came.
 *
 * <p>Each line of the file is {@code <node> <offset> <text>}, where the offset is that of the
 * node's own log behind the line: so one file tells, whenever the process dies, from where on each
 * node must send again. A line without an end is kept in memory until its end comes, and counts as
 * not here.
 */
public final class JobLog implements AutoCloseable {
  /** Longer lines are broken. */
  private static final int LONGEST_LINE = 64 << 10;

  private final Path file;
  private final FileChannel channel;
  private final Map<String, Spool> spools = new HashMap<>();
  private long size;

  /** What came from one node. */
  private static final class Spool {
    long kept;
    final ByteArrayOutputStream open = new ByteArrayOutputStream();

    long received() {
      return kept + open.size();
    }
  }

  private JobLog(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Opens a log, and makes it where there is none; a line that was cut off is taken away. */
  public static JobLog open(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    JobLog log = new JobLog(file, channel);
    log.recover();
    return log;
  }

  private void recover() throws IOException {
    LogReader.entries(
        file,
        0,
        Long.MAX_VALUE,
        entry -> {
          if (entry.node().isEmpty()) {
            spools.clear();
          } else {
            spool(entry.node()).kept = entry.offset();
          }
          size = entry.next();
        });
    channel.truncate(size);
    channel.position(size);
  }

  private Spool spool(String node) {
    return spools.computeIfAbsent(node, _ -> new Spool());
  }

  public Path file() {
    return file;
  }

  /** Bytes of the file. */
  public long size() {
    return size;
  }

  /** How much of a node's log is on the disk, bytes. */
  public long kept(String node) {
    return spool(node).kept;
  }

  /** How much of a node's log is here, also what is not on the disk yet. */
  public long received(String node) {
    return spool(node).received();
  }

  /**
   * Takes in a piece. What is here already is passed over, and so is a piece that leaves a gap.
   *
   * @param offset of the piece in the node's log
   * @return whether lines were written
   */
  public boolean append(String node, long offset, Piece piece) throws IOException {
    byte[] data = piece.bytes();
    Spool spool = spool(node);
    long known = spool.received() - offset;
    if (known < 0 || known >= data.length) {
      return false;
    }
    long before = size;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = (int) known; i < data.length; i++) {
      if (data[i] == '\n') {
        line(out, node, spool, 1);
      } else {
        spool.open.write(data[i]);
        if (spool.open.size() >= LONGEST_LINE) {
          line(out, node, spool, 0);
        }
      }
    }
    write(out);
    return size > before;
  }

  /** Nothing more comes from a node: its last line is one even if it has no end. */
  public boolean end(String node) throws IOException {
    Spool spool = spool(node);
    if (spool.open.size() == 0) {
      return false;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    line(out, node, spool, 0);
    write(out);
    return true;
  }

  /** The nodes begin their logs anew. */
  public void restart(String words) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(("- 0 " + words + "\n").getBytes(StandardCharsets.UTF_8));
    spools.clear();
    write(out);
  }

  private static void line(ByteArrayOutputStream out, String node, Spool spool, int end) {
    spool.kept += spool.open.size() + end;
    out.writeBytes((node + " " + spool.kept + " ").getBytes(StandardCharsets.UTF_8));
    out.writeBytes(spool.open.toByteArray());
    out.write('\n');
    spool.open.reset();
  }

  private void write(ByteArrayOutputStream out) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(out.toByteArray());
    while (buffer.hasRemaining()) {
      size += channel.write(buffer);
    }
  }

  /** Returns when all of it is on the disk. */
  public void force() throws IOException {
    channel.force(true);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
