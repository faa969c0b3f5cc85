package dev.plumbline.controller.cli.content;

import dev.plumbline.controller.client.job.Content;
import dev.plumbline.controller.client.job.Jobs;
import dev.plumbline.inventory.job.LocalFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Brings files of this machine to a controller. A file is read twice, for its hash and for sending;
 * what changed between, or since it was listed, is an error and never half sent.
 */
public final class Upload {
  private static final int MESSAGE = 1 << 20;

  private final Progress progress;
  private final Map<Path, Content> known = new LinkedHashMap<>();
  private final Map<String, LocalFile> sources = new LinkedHashMap<>();
  private final List<LocalFile> files = new ArrayList<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(MESSAGE);

  public Upload(Progress progress) {
    this.progress = progress;
  }

  /**
   * Hashes these files.
   *
   * @throws ContentException if any cannot be read as it was listed; all of them at once
   */
  public void add(List<LocalFile> more) {
    long total = more.stream().mapToLong(LocalFile::size).sum();
    long done = 0;
    List<String> wrong = new ArrayList<>();
    for (LocalFile file : more) {
      try {
        Content content = hash(file, done, total);
        known.put(file.file(), content);
        sources.putIfAbsent(content.hash(), file);
        files.add(file);
      } catch (IOException e) {
        wrong.add(unreadable(file, e));
      }
      done += file.size();
    }
    if (!wrong.isEmpty()) {
      throw new ContentException(wrong);
    }
  }

  /** What a file that was added holds. */
  public Content of(LocalFile file) {
    return Objects.requireNonNull(known.get(file.file()), () -> file + " was not added");
  }

  /**
   * Sends what the controller lacks.
   *
   * @return bytes that were sent
   * @throws ContentException if a file changed meanwhile
   */
  public long send(Jobs jobs) {
    List<Content> contents =
        sources.entrySet().stream()
            .map(source -> new Content(source.getKey(), source.getValue().size()))
            .toList();
    List<Jobs.From> lacking = contents.isEmpty() ? List.of() : jobs.offer(contents);
    long total = 0;
    for (Jobs.From lack : lacking) {
      total += source(lack).size() - lack.offset();
    }
    Parcel parcel = new Parcel(jobs, buffer, total, progress);
    for (Jobs.From lack : lacking) {
      LocalFile file = source(lack);
      try {
        send(parcel, lack, file);
      } catch (IOException e) {
        throw new ContentException(unreadable(file, e));
      }
    }
    parcel.flush();
    checkUnchanged();
    return total;
  }

  private LocalFile source(Jobs.From lack) {
    return Objects.requireNonNull(
        sources.get(lack.hash()), "the controller asks for a content that nobody offered");
  }

  private Content hash(LocalFile file, long before, long total) throws IOException {
    MessageDigest digest = Hashes.begin();
    long size = 0;
    try (FileChannel in = FileChannel.open(file.file())) {
      for (int read = in.read(buffer.clear()); read >= 0; read = in.read(buffer.clear())) {
        digest.update(buffer.flip());
        size += read;
        progress.at("reading", before + size, total);
      }
    }
    if (size != file.size()) {
      throw changed(file);
    }
    return new Content(Hashes.end(digest), size);
  }

  private static void send(Parcel parcel, Jobs.From lack, LocalFile file) throws IOException {
    MessageDigest digest = Hashes.begin();
    long there = Math.min(lack.offset(), file.size());
    long at = 0;
    try (FileChannel in = FileChannel.open(file.file())) {
      boolean last = false;
      while (!last) {
        boolean send = at >= there;
        long left = (send ? file.size() : there) - at;
        ByteBuffer piece = fill(in, parcel.room(left));
        if (!piece.hasRemaining() && left > 0) {
          throw changed(file);
        }
        digest.update(piece.duplicate());
        last = send && piece.remaining() == left;
        if (last && !Hashes.end(digest).equals(lack.hash())) {
          throw changed(file);
        }
        if (send) {
          parcel.add(new Jobs.Piece(lack.hash(), at, piece, last));
        }
        at += piece.remaining();
      }
    }
  }

  private static ByteBuffer fill(FileChannel in, ByteBuffer room) throws IOException {
    while (room.hasRemaining() && in.read(room) >= 0) {
      // A read may give less than there is room for.
    }
    return room.flip();
  }

  /** A file that was there already, or was sent early, must still be what was hashed. */
  private void checkUnchanged() {
    List<String> wrong = new ArrayList<>();
    for (LocalFile file : files) {
      try {
        BasicFileAttributes now = Files.readAttributes(file.file(), BasicFileAttributes.class);
        if (now.size() != file.size() || !now.lastModifiedTime().equals(file.modified())) {
          wrong.addAll(changed(file).lines());
        }
      } catch (IOException e) {
        wrong.add(unreadable(file, e));
      }
    }
    if (!wrong.isEmpty()) {
      throw new ContentException(wrong);
    }
  }

  private static ContentException changed(LocalFile file) {
    return new ContentException(
        file.file()
            + " changed while it was being sent → run it again when nothing writes to the file");
  }

  private static String unreadable(LocalFile file, IOException e) {
    return e instanceof java.nio.file.NoSuchFileException
        ? file.file() + " went away while it was being sent → run it again when it stays"
        : "cannot read " + file.file() + ": " + e.getMessage();
  }
}
