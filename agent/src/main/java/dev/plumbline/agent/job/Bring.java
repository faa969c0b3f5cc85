package dev.plumbline.agent.job;

import dev.plumbline.agent.disk.AtomicFile;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.content.Cache;
import dev.plumbline.agent.job.mpi.Mpirun;
import dev.plumbline.agent.job.mpi.SshLauncher;
import dev.plumbline.agent.job.order.Input;
import dev.plumbline.agent.job.order.Java;
import dev.plumbline.agent.job.order.Kind;
import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.agent.job.order.Work;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Makes a job's folder and brings its files. May be done again, and then does what is missing. */
final class Bring {
  private final Site site;
  private final String job;
  private final Work work;
  private final Folder folder;

  Bring(Site site, String job, Work work) {
    this.site = site;
    this.job = job;
    this.work = work;
    this.folder = site.folder(job);
  }

  /** The bytes of all files. */
  long total() {
    long total = 0;
    for (Input input : work.inputs()) {
      total += input.files().stream().mapToLong(file -> file.content().size()).sum();
    }
    for (Java java : work.java().stream().toList()) {
      total += java.runtime().content().size();
      total += java.classPath().stream().mapToLong(file -> file.content().size()).sum();
    }
    for (Placed jar : jars()) {
      total += jar.content().size();
    }
    return total;
  }

  /** Of a Spark program. */
  private List<Placed> jars() {
    List<Placed> jars = new ArrayList<>();
    work.spark()
        .ifPresent(spark -> {
          jars.add(spark.program());
          jars.addAll(spark.libraries());
        });
    return jars;
  }

  /**
   * Does it.
   *
   * @param done hears of bytes that have come, or were here
   */
  void run(LongConsumer done) throws Failure, InterruptedException {
    Accounts.User user = site.user(work.user());
    folder.make(user);
    Cache cache = site.contents().cache();
    for (Input input : work.inputs()) {
      cache.place(input.files(), folder.inputs().resolve(input.name()), done);
      if (input.files().isEmpty()) {
        make(folder.inputs().resolve(input.name()));
      }
    }
    String java = "";
    String libraries = "";
    if (work.java().isPresent()) {
      cache.place(work.java().get().classPath(), folder.program(), done);
      site.contents().runtimes().bring(work.java().get().runtime(), done);
      java = site.contents().runtimes().java(work.java().get().runtime()).toString();
      libraries = libraries();
    }
    cache.place(jars(), folder.program(), done);
    folder.share();
    publish(folder.hostfile(), Mpirun.hostfile(work), "rw-r--r--");
    // What the texts of the job leave open shows now, and not when it starts.
    Surroundings surroundings = new Surroundings(job, work, folder);
    surroundings.program(java, libraries);
    surroundings.conf();
    Map<String, String> environment = surroundings.environment(user, site.node(), 0, Map.of());
    if (work.mpi().ssh()) {
      publish(folder.launcher(), SshLauncher.script(environment), "rwxr-xr-x");
    }
  }

  /** Where the JVM finds the library of MPI under the name that it looks for. */
  private String libraries() throws Failure {
    if (work.kind() != Kind.MPI) {
      return "";
    }
    Optional<Path> library = site.host().mpi().javaLibrary();
    if (library.isEmpty()) {
      return "";
    }
    Path directory = libraryDirectory(folder);
    Path link = directory.resolve("libmpi_java.so");
    try {
      Files.createDirectories(directory);
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, library.get());
    } catch (IOException e) {
      throw FileTrouble.of("make", link, e);
    }
    return directory.toString();
  }

  static Path libraryDirectory(Folder folder) {
    return folder.program().resolve("lib");
  }

  private static void make(Path directory) throws Failure {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw FileTrouble.of("make", directory, e);
    }
  }

  /** Writes a file that the job's user may read. */
  static void publish(Path file, String text, String mode) throws Failure {
    AtomicFile.write(
        file,
        text.getBytes(StandardCharsets.UTF_8),
        written -> Files.setPosixFilePermissions(written, PosixFilePermissions.fromString(mode)));
  }
}
