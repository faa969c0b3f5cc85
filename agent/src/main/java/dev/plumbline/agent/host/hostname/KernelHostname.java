package dev.plumbline.agent.host.hostname;

import dev.plumbline.agent.dbus.Hostname1;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.hostname.Hostname;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the name from the kernel and from hostname(5); sets it through systemd-hostnamed. */
public final class KernelHostname implements Hostname {
  private static final Path RUNNING = Path.of("proc/sys/kernel/hostname");
  private static final Path STORED = Path.of("etc/hostname");
  private final Path root;
  private final Hostname1 hostnamed;

  /**
   * @param root the root of the file system, on a node {@code /}
   */
  public KernelHostname(Path root, Hostname1 hostnamed) {
    this.root = root;
    this.hostnamed = hostnamed;
  }

  @Override
  public String running() throws Failure {
    Path file = root.resolve(RUNNING);
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    }
  }

  /** The first line that is neither empty nor a comment. */
  @Override
  public Optional<String> stored() throws Failure {
    Path file = root.resolve(STORED);
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .findFirst();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    }
  }

  @Override
  public void set(String name) throws Failure {
    hostnamed.setBoth(name);
  }
}
