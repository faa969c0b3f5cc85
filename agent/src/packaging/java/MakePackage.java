import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the package that a node unpacks: a runtime of its own, the jars, the start script. Run by
 * the build with {@code java -cp 'LIB/*' MakePackage.java LIB SCRIPT TARGET}; does nothing when the
 * package of these inputs is there already.
 *
 * <p>The build id is a hash of all that goes in, so that equal inputs give one id on every machine
 * with that JDK, and a node never mistakes one build for another.
 */
final class MakePackage {
  /** What the agent's classes need, and the elliptic curves and unsafe of gRPC and protobuf. */
  private static final String MODULES = "java.base,java.logging,jdk.net,jdk.unsupported";

  /**
   * Every file gets this time: the JVM takes a cache of classes only for jars of the size and time
   * that it was made of.
   */
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  private final Path lib;
  private final Path script;
  private final Path target;
  private final Path jdk = Path.of(System.getProperty("java.home"));

  private MakePackage(Path lib, Path script, Path target) {
    this.lib = lib;
    this.script = script;
    this.target = target;
  }

  /** With two arguments it only prints the build id. */
  public static void main(String[] arguments) throws Exception {
    Path lib = Path.of(arguments[0]);
    Path script = Path.of(arguments[1]);
    if (arguments.length == 2) {
      System.out.println(new MakePackage(lib, script, lib).build());
    } else {
      new MakePackage(lib, script, Path.of(arguments[2])).make();
    }
  }

  private void make() throws Exception {
    Path packages = Files.createDirectories(target.resolve("packages"));
    String name = "plumbline-agent-" + architecture();
    Path packed = packages.resolve(name + ".tar.gz");
    Path label = packages.resolve(name + ".build");
    String build = build();
    if (Files.exists(packed)
        && Files.exists(label)
        && Files.readString(label).equals(build + "\n")) {
      return;
    }
    Files.deleteIfExists(label);
    Path stage = target.resolve("package");
    delete(stage);
    Files.createDirectories(stage.resolve("bin"));
    Files.createDirectories(stage.resolve("lib"));
    run("cp", "-a", runtime().toString(), stage.resolve("runtime").toString());
    List<String> names = new ArrayList<>();
    for (Path jar : jars()) {
      Files.copy(jar, stage.resolve("lib").resolve(jar.getFileName()));
      names.add(jar.getFileName().toString());
    }
    Files.writeString(stage.resolve("build"), build + "\n");
    Path start = stage.resolve("bin/plumbline-agent");
    Files.writeString(
        start,
        Files.readString(script)
            .replace("@JARS@", String.join(" ", names))
            .replace("@BUILD@", build));
    Files.setPosixFilePermissions(start, PosixFilePermissions.fromString("rwxr-xr-x"));
    setTimes(stage);
    train(start);
    setTimes(stage);
    Path unfinished = packages.resolve(name + ".tmp");
    run(
        "tar",
        "-C",
        stage.toString(),
        "--sort=name",
        "--owner=0",
        "--group=0",
        "--numeric-owner",
        "-I",
        "gzip -6 -n",
        "-cf",
        unfinished.toString(),
        ".");
    Files.move(unfinished, packed, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(label, build + "\n");
  }

  /**
   * One run of the agent, recorded; without the cache it starts slower and is otherwise the same.
   */
  private void train(Path start) throws Exception {
    Path root = target.resolve("training");
    delete(root);
    Files.createDirectories(root);
    try (TrainingController _ = TrainingController.start(jdk, root)) {
      run(start.toString(), "train", root.toString());
    }
    delete(root);
  }

  /** As {@code uname -m} prints it. */
  private static String architecture() {
    String java = System.getProperty("os.arch");
    return java.equals("amd64") ? "x86_64" : java;
  }

  private List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(lib)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private String build() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path jar : jars()) {
      digest.update(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(jar));
    }
    digest.update(Files.readAllBytes(script));
    digest.update(
        (MODULES + System.getProperty("java.runtime.version")).getBytes(StandardCharsets.UTF_8));
    try (InputStream self = MakePackage.class.getResourceAsStream("MakePackage.class")) {
      digest.update(self == null ? new byte[0] : self.readAllBytes());
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }

  /** The runtime depends on the JDK and the modules only, and takes longest: it is kept. */
  private Path runtime() throws Exception {
    String key = System.getProperty("java.runtime.version") + " " + MODULES;
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)))
            .substring(0, 12);
    Path runtime = target.resolve("runtime-" + hash);
    if (!Files.exists(runtime.resolve("bin/java"))) {
      delete(runtime);
      Path unfinished = target.resolve("runtime-unfinished");
      delete(unfinished);
      run(
          jdk.resolve("bin/jlink").toString(),
          "--add-modules",
          MODULES,
          "--strip-debug",
          "--no-header-files",
          "--no-man-pages",
          "--output",
          unfinished.toString());
      Files.move(unfinished, runtime);
    }
    return runtime;
  }

  static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
    }
  }

  private static void setTimes(Path top) throws IOException {
    try (Stream<Path> all = Files.walk(top)) {
      for (Path each : all.toList()) {
        if (!Files.isSymbolicLink(each)) {
          Files.setLastModifiedTime(each, TIME);
        }
      }
    }
  }

  private static void delete(Path top) throws IOException {
    if (!Files.exists(top)) {
      return;
    }
    Files.walkFileTree(
        top,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException e)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
