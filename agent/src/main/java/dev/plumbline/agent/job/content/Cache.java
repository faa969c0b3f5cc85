package dev.plumbline.agent.job.content;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.order.Content;
import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/**
 * The contents that this node has, each once, whatever number of jobs uses it: jobs have hard links
 * to them. A content has its name only when it is whole and its hash is right.
 */
public final class Cache {
  private final Path directory;
  private final Courier courier;
  private final InstantSource clock;
  private final Map<String, ReentrantLock> busy = new ConcurrentHashMap<>();

  /**
   * @param directory that only root can list; on the file system of the jobs' folders
   */
  public Cache(Path directory, Courier courier, InstantSource clock) {
    this.directory = directory;
    this.courier = courier;
    this.clock = clock;
  }

  /**
   * Puts a file into a folder, from here or from the controller.
   *
   * @param done hears how many bytes have come, each time some have
   */
  public void place(Placed file, Path folder, LongConsumer done)
      throws Failure, InterruptedException {
    Path target = folder.resolve(file.path());
    ReentrantLock lock = lock(file.content().hash());
    lock.lockInterruptibly(); // Until the job has its link, it could be cleared away.
    try {
      Path content = bring(file.content(), done);
      Files.createDirectories(parent(target));
      Files.deleteIfExists(target);
      Files.createLink(target, file.executable() ? executable(content) : content);
      Files.setLastModifiedTime(content, FileTime.from(clock.instant()));
    } catch (IOException e) {
      throw FileTrouble.of("write", target, e);
    } finally {
      lock.unlock();
    }
  }

  private ReentrantLock lock(String hash) {
    return busy.computeIfAbsent(hash, _ -> new ReentrantLock());
  }

  /** The file of a content, fetched if it is not here. */
  public Path bring(Content content, LongConsumer done) throws Failure, InterruptedException {
    Path file = directory.resolve(content.hash().substring(0, 2)).resolve(content.hash());
    ReentrantLock lock = lock(content.hash());
    lock.lockInterruptibly();
    try {
      // After a power cut a file may have its name, and nothing in it.
      if (Files.exists(file) && Files.size(file) == content.size()) {
        done.accept(content.size());
        return file;
      }
      fetch(content, file, done);
      return file;
    } catch (IOException e) {
      throw FileTrouble.of("write", file, e);
    } finally {
      lock.unlock();
    }
  }

  private void fetch(Content content, Path file, LongConsumer done)
      throws IOException, Failure, InterruptedException {
    Files.createDirectories(parent(file));
    Path part = file.resolveSibling(file.getFileName() + ".part");
    MessageDigest digest = Digests.sha256();
    long have = 0;
    if (Files.exists(part) && Files.size(part) <= content.size()) {
      try (InputStream in = Files.newInputStream(part)) {
        have = Digests.update(digest, in);
      }
    } else {
      Files.deleteIfExists(part);
    }
    done.accept(have);
    try (OutputStream out =
        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      if (have < content.size()) {
        courier.fetch(
            content,
            have,
            bytes -> {
              out.write(bytes);
              digest.update(bytes);
              done.accept(bytes.length);
            });
      }
    }
    finish(content, part, file, Digests.hex(digest));
  }

  private static void finish(Content content, Path part, Path file, String hash)
      throws IOException, Failure {
    if (!hash.equals(content.hash())) {
      Files.delete(part);
      throw new Failure(
          "what came as the content " + content.hash() + " has the hash " + hash,
          "run the job again; if it happens again, look at the disks of controller and node");
    }
    Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("r--r--r--"));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** A mode belongs to the bytes on the disk, so that programs have a copy of their own. */
  private static Path executable(Path content) throws IOException {
    Path copy = content.resolveSibling(content.getFileName() + ".x");
    if (Files.exists(copy) && Files.size(copy) == Files.size(content)) {
      return copy;
    }
    Path unfinished = content.resolveSibling(content.getFileName() + ".x.part");
    Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
    Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("r-xr-xr-x"));
    Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
    return copy;
  }

  /** A file of the cache that no job has a link to. */
  private record Unused(Path file, long size, long time) {
    static Optional<Unused> of(Path file) throws IOException {
      try {
        BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
        return Files.getAttribute(file, "unix:nlink").equals(1)
            ? Optional.of(new Unused(file, seen.size(), seen.lastModifiedTime().toMillis()))
            : Optional.empty();
      } catch (NoSuchFileException e) {
        return Optional.empty(); // It has just been finished, and has another name.
      }
    }

    String hash() {
      return String.valueOf(file.getFileName()).split("\\.", 2)[0];
    }
  }

  /** Removes what no job uses, the longest unused first, until so much at most is left of it. */
  public void trim(long keep) throws Failure {
    try {
      List<Unused> unused = new ArrayList<>();
      for (Path file : files()) {
        Unused.of(file).ifPresent(unused::add);
      }
      unused.sort(Comparator.comparingLong(Unused::time));
      long size = unused.stream().mapToLong(Unused::size).sum();
      for (Unused each : unused) {
        if (size <= keep) {
          return;
        }
        if (remove(each)) {
          size -= each.size();
        }
      }
    } catch (IOException e) {
      throw FileTrouble.of("clear", directory, e);
    }
  }

  /** Not a walk, which fails where a file goes while it looks. */
  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> folders =
          Files.newDirectoryStream(directory, Files::isDirectory)) {
        for (Path folder : folders) {
          try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            inside.forEach(files::add);
          }
        }
      }
    }
    return files;
  }

  /** False if some job needs it just now. */
  private boolean remove(Unused what) throws IOException {
    ReentrantLock lock = lock(what.hash());
    if (!lock.tryLock()) {
      return false;
    }
    try {
      return Unused.of(what.file()).isPresent() && Files.deleteIfExists(what.file());
    } finally {
      lock.unlock();
    }
  }

  private static Path parent(Path file) {
    Path parent = file.getParent();
    if (parent == null) {
      throw new IllegalArgumentException(file + " is in no directory");
    }
    return parent;
  }
}
