package dev.plumbline.agent.job.content;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.order.Content;
import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/**
 * The contents that this node has, each once, whatever number of jobs uses it: jobs have hard links
 * to them. A content has its name only when it is whole and its hash is right.
 */
public final class Cache {
  /**
   * What is fetched in one call: so many files, and no further one when there are so many bytes.
   */
  private static final int TOGETHER = 2000;

  private static final long TOGETHER_BYTES = 8 << 20;
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
   * Puts files into a folder, from here or from the controller.
   *
   * @param done hears how many bytes have come, each time some have
   */
  public void place(List<Placed> files, Path folder, LongConsumer done)
      throws Failure, InterruptedException {
    int from = 0;
    while (from < files.size()) {
      int to = from;
      long size = 0;
      do {
        size += files.get(to++).content().size();
      } while (to < files.size() && to - from < TOGETHER && size < TOGETHER_BYTES);
      List<Placed> some = files.subList(from, to);
      bring(some.stream().map(Placed::content).toList(), done);
      for (Placed file : some) {
        place(file, folder);
      }
      from = to;
    }
  }

  private void place(Placed file, Path folder) throws Failure, InterruptedException {
    Path target = folder.resolve(file.path());
    ReentrantLock lock = lock(file.content().hash());
    lock.lockInterruptibly(); // Until the job has its link, it could be cleared away.
    try {
      // Almost always it has just come; else it was trimmed meanwhile.
      Path content = bring(file.content(), _ -> {});
      Files.createDirectories(Arrival.parent(target));
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
    bring(List.of(content), done);
    return file(content);
  }

  /**
   * Fetches those that are not here. In the order of their hashes: others may wait for the same.
   */
  private void bring(List<Content> contents, LongConsumer done)
      throws Failure, InterruptedException {
    SortedMap<String, Content> lacking = new TreeMap<>();
    for (Content content : contents) {
      if (isHere(content) || lacking.put(content.hash(), content) != null) {
        done.accept(content.size());
      }
    }
    Deque<ReentrantLock> held = new ArrayDeque<>();
    try {
      for (String hash : lacking.keySet()) {
        ReentrantLock lock = lock(hash);
        lock.lockInterruptibly();
        held.push(lock);
      }
      fetch(lacking.values(), done);
    } finally {
      held.forEach(ReentrantLock::unlock);
    }
  }

  private void fetch(Collection<Content> lacking, LongConsumer done)
      throws Failure, InterruptedException {
    List<Arrival> arrivals = new ArrayList<>();
    for (Content content : lacking) {
      if (isHere(content)) {
        done.accept(content.size());
      } else {
        arrivals.add(Arrival.begin(content, file(content), done));
      }
    }
    try {
      if (!arrivals.isEmpty()) {
        courier.fetch(arrivals);
      }
    } finally {
      for (Arrival arrival : arrivals) {
        arrival.close();
      }
    }
  }

  /** After a power cut a file may have its name, and nothing in it. */
  private boolean isHere(Content content) throws Failure {
    Path file = file(content);
    try {
      return Files.exists(file) && Files.size(file) == content.size();
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    }
  }

  private Path file(Content content) {
    return directory.resolve(content.hash().substring(0, 2)).resolve(content.hash());
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
}
