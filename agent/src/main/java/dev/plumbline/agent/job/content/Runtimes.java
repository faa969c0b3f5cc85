package dev.plumbline.agent.job.content;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/** Java runtimes, unpacked once per node. */
public final class Runtimes {
  private static final Duration TO_UNPACK = Duration.ofMinutes(5);
  private static final int DEPTH = 3;
  private final Path directory;
  private final Cache cache;
  private final Processes processes;
  private final ReentrantLock one = new ReentrantLock();

  /**
   * @param directory that every user can pass
   */
  public Runtimes(Path directory, Cache cache, Processes processes) {
    this.directory = directory;
    this.cache = cache;
    this.processes = processes;
  }

  /** The directory of a runtime: {@code bin/java} is in it, or in its only directory. */
  public Path directory(Placed runtime) {
    return directory.resolve(runtime.content().hash());
  }

  /** Unpacks a runtime if it is not here. */
  public void bring(Placed runtime, LongConsumer done) throws Failure, InterruptedException {
    one.lockInterruptibly(); // A job that is ended must not wait for what comes for another.
    try {
      bringOne(runtime, done);
    } finally {
      one.unlock();
    }
  }

  private void bringOne(Placed runtime, LongConsumer done) throws Failure, InterruptedException {
    Path home = directory(runtime);
    if (Files.isDirectory(home)) {
      done.accept(runtime.content().size());
      return;
    }
    Path archive = cache.bring(runtime.content(), done);
    Path unfinished = directory.resolve(runtime.content().hash() + ".part");
    try {
      Files.createDirectories(unfinished);
      processes.mustRun(
          Command.of(
                  "tar",
                  "--extract",
                  "--gzip",
                  "--no-same-owner",
                  "--file",
                  archive.toString(),
                  "--directory",
                  unfinished.toString())
              .within(TO_UNPACK),
          "look whether it is a tar.gz of a Java runtime");
      share(unfinished);
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
      Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileTrouble.of("write", unfinished, e);
    }
    java(runtime);
  }

  /** The program {@code java} of a runtime that is here. */
  public Path java(Placed runtime) throws Failure {
    Path home = directory(runtime);
    try (var found =
        Files.find(home, DEPTH, (path, attributes) -> path.endsWith(Path.of("bin", "java")))) {
      return found
          .findFirst()
          .orElseThrow(() ->
              new Failure(
                  "the Java runtime of the job has no bin/java", "pack a JDK or what jlink makes"));
    } catch (IOException e) {
      throw FileTrouble.of("read", home, e);
    }
  }

  /** Lets everybody read what root can, and run what root can. */
  private static void share(Path top) throws IOException {
    try (var all = Files.walk(top)) {
      for (Path each : all.toList()) {
        if (Files.isSymbolicLink(each)) {
          continue;
        }
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(each);
        boolean run = mode.contains(PosixFilePermission.OWNER_EXECUTE);
        Files.setPosixFilePermissions(
            each, PosixFilePermissions.fromString(run ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }
}
