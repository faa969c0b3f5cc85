package dev.plumbline.agent.host.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageLocksTest {
  @TempDir Path root;

  private long now;
  private PackageLocks locks;
  private final List<String> shown = new ArrayList<>();

  @BeforeEach
  void makeNode() throws IOException {
    Files.createDirectories(root.resolve("var/lib/dpkg"));
    Files.createDirectories(root.resolve("var/cache/apt/archives"));
    Files.createDirectories(root.resolve("proc/843/fd"));
    Files.createDirectories(root.resolve("proc/844/fd"));
    Files.writeString(root.resolve("proc/843/comm"), "unattended-upgr\n");
    Files.writeString(root.resolve("proc/locks"), "");
    locks = new PackageLocks(root, () -> now);
  }

  private void hold(String lock, long pid) throws IOException {
    Path file = root.resolve(lock);
    Files.writeString(file, "");
    Files.createSymbolicLink(root.resolve("proc/" + pid + "/fd/4"), file);
    lists(file, pid);
  }

  private void lists(Path file, long pid) throws IOException {
    long inode = (Long) Files.getAttribute(file, "unix:ino");
    Files.writeString(
        root.resolve("proc/locks"),
        "1: POSIX  ADVISORY  WRITE " + pid + " fe:00:" + inode + " 0 EOF\n");
  }

  private void free() {
    try {
      Files.writeString(root.resolve("proc/locks"), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void namesTheHolder() throws Exception {
    assertThat(locks.held()).isEmpty();
    hold("var/lib/dpkg/lock-frontend", 843);
    assertThat(locks.held()).contains("the dpkg lock held by unattended-upgr, pid 843");
    hold("var/cache/apt/archives/lock", 844);
    assertThat(locks.held()).contains("apt's download lock held by pid 844");
  }

  @Test
  void aFileOfAnotherFileSystemWithTheSameNumberIsNotTheLock() throws Exception {
    Path lock = Files.writeString(root.resolve("var/lib/dpkg/lock"), "");
    lists(lock, 843);
    assertThat(locks.held()).isEmpty();
  }

  @Test
  void waitsUntilItIsFree() throws Exception {
    hold("var/lib/dpkg/lock", 843);
    locks.await(what -> {
      shown.add(what);
      free();
    });
    assertThat(shown)
        .containsExactly("waiting for the dpkg lock held by unattended-upgr, pid 843, 0 s");
  }

  @Test
  void givesUpAfterTenMinutes() throws Exception {
    hold("var/lib/dpkg/lock", 843);
    assertThatThrownBy(() -> locks.await(_ -> now += Duration.ofMinutes(11).toNanos()))
        .isInstanceOf(Failure.class)
        .hasMessage(
            "gave up waiting for the dpkg lock held by unattended-upgr, pid 843, after 11 min");
  }

  @Test
  void locksThatCannotBeReadAreAFailure() throws Exception {
    Files.delete(root.resolve("proc/locks"));
    assertThatThrownBy(locks::held).isInstanceOf(Failure.class);
  }
}
