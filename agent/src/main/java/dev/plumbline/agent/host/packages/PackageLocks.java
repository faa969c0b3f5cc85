package dev.plumbline.agent.host.packages;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The locks of dpkg and apt, and who holds them. */
final class PackageLocks {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Path root;
  private final LongSupplier nanoseconds;
  private final Map<Path, String> locks = new LinkedHashMap<>();

  /**
   * @param nanoseconds a clock that only goes forward
   */
  PackageLocks(Path root, LongSupplier nanoseconds) {
    this.root = root;
    this.nanoseconds = nanoseconds;
    locks.put(root.resolve("var/lib/dpkg/lock-frontend"), "the dpkg lock");
    locks.put(root.resolve("var/lib/dpkg/lock"), "the dpkg lock");
    locks.put(root.resolve("var/cache/apt/archives/lock"), "apt's download lock");
  }

  /** Who holds one of the locks now: "the dpkg lock held by unattended-upgr, pid 843". */
  Optional<String> held() throws Failure {
    try {
      String table = Files.readString(root.resolve("proc/locks"));
      for (Map.Entry<Path, String> lock : locks.entrySet()) {
        if (Files.exists(lock.getKey())) {
          long inode = (Long) Files.getAttribute(lock.getKey(), "unix:ino");
          for (long pid : LockTable.holders(table, inode)) {
            if (hasOpen(pid, lock.getKey())) {
              return Optional.of(lock.getValue() + " held by " + describe(pid));
            }
          }
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new Failure(
          "the locks of dpkg and apt cannot be looked at: " + e.getMessage(),
          "look whether /proc and /var/lib/dpkg can be read on the node",
          e);
    }
  }

  private boolean hasOpen(long pid, Path lock) {
    try (DirectoryStream<Path> open =
        Files.newDirectoryStream(root.resolve("proc/" + pid + "/fd"))) {
      for (Path file : open) {
        if (Files.exists(file) && Files.isSameFile(file, lock)) {
          return true;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return false; // It has ended since, and its lock with it.
    }
    return false;
  }

  private String describe(long pid) {
    try {
      return Files.readString(root.resolve("proc/" + pid + "/comm")).strip() + ", pid " + pid;
    } catch (IOException e) {
      return "pid " + pid; // It has ended since, or is not ours to see.
    }
  }

  /** Waits until nobody holds any of the locks, and says who does meanwhile. */
  void await(Progress progress) throws Failure {
    long since = nanoseconds.getAsLong();
    String shown = "";
    for (Optional<String> holder = held(); holder.isPresent(); holder = held()) {
      Duration waited = Duration.ofNanos(nanoseconds.getAsLong() - since);
      if (waited.compareTo(PATIENCE) > 0) {
        throw new Failure(
            "gave up waiting for " + holder.get() + ", after " + waited.toMinutes() + " min",
            "wait until it has ended, or end it, and apply again");
      }
      String now = "waiting for " + holder.get() + ", " + waited.toSeconds() + " s";
      if (!now.equals(shown)) {
        shown = now;
        progress.now(now);
      }
      pause();
    }
  }

  private static void pause() throws Failure {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("waiting for the dpkg lock was interrupted", "apply again", e);
    }
  }
}
