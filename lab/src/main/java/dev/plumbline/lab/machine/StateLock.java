package dev.plumbline.lab.machine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one command at a time change the labs of this machine: an engine must not be stopped under a
 * lab that another command is just making.
 */
public final class StateLock {
  /** A lock of a file is the whole process's, so its threads need one of their own. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  private StateLock() {}

  public static <T> T holding(StateDirectory state, Progress progress, Supplier<T> work) {
    Path file = state.make().resolve("lock");
    THREADS.lock();
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel, file, progress)) {
      if (!lock.isValid()) {
        throw new LabProblem("lost the lock " + file);
      }
      Files.writeString(file, ProcessHandle.current().pid() + "\n");
      return work.get();
    } catch (IOException e) {
      throw new LabProblem("cannot lock " + file + ": " + e.getMessage(), e);
    } finally {
      THREADS.unlock();
    }
  }

  private static FileLock lock(FileChannel channel, Path file, Progress progress)
      throws IOException {
    FileLock free = channel.tryLock();
    if (free != null) {
      return free;
    }
    String holder = Files.readString(file).strip();
    progress.say("waiting for another plumb lab on this machine, process " + holder);
    return channel.lock();
  }
}
