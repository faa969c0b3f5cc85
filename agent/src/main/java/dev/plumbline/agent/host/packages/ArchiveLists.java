package dev.plumbline.agent.host.packages;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** The agent's own copy of the archives' lists, and apt's configuration for it. */
final class ArchiveLists {
  private static final Duration FRESH = Duration.ofMinutes(10);
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private final Path directory;
  private final Path configuration;
  private final Path lists;
  private final Path etc;
  private final Processes processes;
  private final LongSupplier nanoseconds;
  private long updated;
  private int edition;
  private List<String> sources = List.of();

  /**
   * @param nanoseconds a clock that only goes forward
   */
  ArchiveLists(Path root, Processes processes, LongSupplier nanoseconds) {
    this.directory = root.resolve("run/plumbline-apt");
    this.configuration = directory.resolve("apt.conf");
    this.lists = directory.resolve("lists");
    this.etc = root.resolve("etc/apt");
    this.processes = processes;
    this.nanoseconds = nanoseconds;
  }

  /** Where the agent keeps what it needs to ask apt. */
  Path directory() {
    return directory;
  }

  /** What makes apt use these lists: an argument of apt-get and apt-cache. */
  String argument() {
    return "--config-file=" + configuration;
  }

  /**
   * Makes sure that the lists were fetched a short time ago, from the archives of now.
   *
   * @return counts the fetches: as long as it stays, so do the lists and apt's configuration
   */
  synchronized int fetch(Progress progress) throws Failure {
    try {
      List<String> now = sources();
      boolean fresh = nanoseconds.getAsLong() - updated < FRESH.toNanos();
      if (fresh && now.equals(sources) && Files.exists(configuration)) {
        return edition;
      }
      sources = List.of();
      makeDirectories();
      Files.writeString(configuration, text());
      progress.now("reading the lists of the package archives");
      Result result = processes.run(Command.of("apt-get", argument(), "update").within(TIMEOUT));
      String failed = AptMessages.failedArchives(result.err());
      if (!result.succeeded() || !failed.isEmpty()) {
        throw new Failure(
            "a package archive cannot be read: "
                + (failed.isEmpty() ? AptMessages.errors(result.err()) : failed),
            "mend the network, or correct the archives in /etc/apt/sources.list and"
                + " /etc/apt/sources.list.d on the node");
      }
      updated = nanoseconds.getAsLong();
      sources = now;
      edition++;
      return edition;
    } catch (IOException e) {
      throw new Failure(
          "the lists of the package archives cannot be kept in " + lists + ": " + e.getMessage(),
          "look at /etc/apt and the space in /run on the node",
          e);
    }
  }

  /** Apt fetches as a user of its own, who must be able to come here whatever the umask says. */
  private void makeDirectories() throws IOException {
    Files.createDirectories(lists.resolve("partial"));
    for (Path open : List.of(directory, lists)) {
      Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  /** Tells one state of apt's configuration from another. */
  private List<String> sources() throws IOException {
    try (Stream<Path> files = Files.walk(etc)) {
      List<String> stamps = new ArrayList<>();
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        stamps.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
      }
      return stamps;
    }
  }

  /**
   * Compressed, without translations and without an index of its own, the lists take some 20 MB.
   * What distributions hang onto an update would write to {@code /var}.
   */
  private String text() {
    return """
    #clear APT::Update::Pre-Invoke;
    #clear APT::Update::Post-Invoke;
    #clear APT::Update::Post-Invoke-Success;
    #clear Acquire::IndexTargets::deb::CNF;
    #clear Acquire::IndexTargets::deb::Contents-deb;
    #clear Acquire::IndexTargets::deb::DEP-11;
    Acquire::GzipIndexes "true";
    Acquire::Languages "none";
    Acquire::Retries "1";
    Acquire::http::Timeout "20";
    Acquire::https::Timeout "20";
    Dir::State::lists "%s/";
    Dir::Cache::pkgcache "";
    Dir::Cache::srcpkgcache "";
    """
        .formatted(lists);
  }
}
