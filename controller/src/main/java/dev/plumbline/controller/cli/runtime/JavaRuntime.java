package dev.plumbline.controller.cli.runtime;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * The runtime of Java programs: a tar.gz with {@code bin/java}. It is made once for each JDK and
 * lies in {@code XDG_CACHE_HOME/plumbline/runtime}, else in {@code ~/.cache}.
 */
public final class JavaRuntime {
  /**
   * Everything of Java SE, what programs that compute use beside it, and the Vector API, which a
   * program gets with {@code --add-modules jdk.incubator.vector}.
   */
  private static final List<String> MODULES =
      List.of(
          "java.se",
          "jdk.charsets",
          "jdk.crypto.ec",
          "jdk.incubator.vector",
          "jdk.jfr",
          "jdk.management",
          "jdk.net",
          "jdk.unsupported",
          "jdk.zipfs");

  private final Path jdk;
  private final Path folder;
  private final String version;

  /**
   * @param jdk the JDK to link from
   * @param home what {@code ~} stands for
   */
  public JavaRuntime(Path jdk, Path home, Map<String, String> environment) {
    this.jdk = jdk;
    this.version = System.getProperty("java.runtime.version", "");
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    this.folder =
        (cache.isBlank() ? home.resolve(".cache") : Path.of(cache)).resolve("plumbline/runtime");
  }

  /** Where it lies, or will lie. */
  public Path file() {
    return folder.resolve(
        "java-" + version.replaceAll("[^A-Za-z0-9.+-]", "_") + "-" + key() + ".tar.gz");
  }

  /**
   * Makes it if it is not there yet.
   *
   * @param making called before the work, which takes a while
   * @throws LinkException if it cannot be made
   */
  public Path make(Runnable making) {
    Path file = file();
    if (Files.exists(file)) {
      return file;
    }
    making.run();
    try {
      Files.createDirectories(folder);
      Path work = Files.createTempDirectory(folder, "unfinished-");
      try {
        link(work.resolve("runtime"));
        Path packed = work.resolve("runtime.tar.gz");
        pack(work.resolve("runtime"), packed);
        Files.move(packed, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        delete(work);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new LinkException(
          "cannot make the Java runtime in " + folder + ": " + e.getMessage(), e);
    }
    return file;
  }

  private void link(Path target) throws IOException {
    Path jlink = jdk.resolve("bin/jlink");
    if (!Files.isExecutable(jlink)) {
      throw new LinkException(
          "the Java runtime for the nodes needs jlink, and "
              + jdk
              + " has none; run Plumbline on a whole JDK");
    }
    Process process =
        new ProcessBuilder(
                jlink.toString(),
                "--add-modules",
                String.join(",", MODULES),
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                target.toString())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (process.waitFor() != 0) {
        throw new LinkException("jlink of " + jdk + " failed: " + said);
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new LinkException("interrupted while the Java runtime was made", e);
    }
  }

  private static void pack(Path runtime, Path packed) throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(packed)))) {
      new TarWriter(out).write(runtime);
    }
  }

  /** Another JDK or another list of modules makes another runtime. */
  private String key() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((version + " " + MODULES).getBytes(StandardCharsets.UTF_8));
      Path release = jdk.resolve("release");
      if (Files.exists(release)) {
        digest.update(Files.readAllBytes(release));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException | IOException e) {
      throw new LinkException("cannot tell which JDK this is: " + e.getMessage(), e);
    }
  }

  private static void delete(Path top) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
