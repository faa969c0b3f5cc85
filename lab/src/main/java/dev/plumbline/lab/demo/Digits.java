package dev.plumbline.lab.demo;

import dev.plumbline.lab.machine.Command;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * The digits that the job mnist learns: those of {@code PLUMBLINE_DATA}, else those of an earlier
 * time, else MNIST from a public home of it, else digits that a program draws.
 */
public final class Digits {
  /** The four files, and the SHA-256 of what is in them once it is unpacked. */
  static final Map<String, String> MNIST =
      new TreeMap<>(
          Map.of(
              "train-images-idx3-ubyte.gz",
              "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
              "train-labels-idx1-ubyte.gz",
              "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
              "t10k-images-idx3-ubyte.gz",
              "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
              "t10k-labels-idx1-ubyte.gz",
              "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"));

  private static final String NAME = "mnist";

  private final Path jar;
  private final Cache cache;
  private final Home home;
  private final Consumer<String> told;

  Digits(Path jar, Cache cache, Home home, Consumer<String> told) {
    this.jar = jar;
    this.cache = cache;
    this.home = home;
    this.told = told;
  }

  /**
   * A folder with the four files.
   *
   * @param checkout where {@code jobs/mnist} is built
   * @param environment of this process
   * @param told hears in a line what they are, where they are not those of {@code PLUMBLINE_DATA}
   */
  public static Path find(Path checkout, Map<String, String> environment, Consumer<String> told) {
    return GivenData.folder(environment, NAME)
        .or(() ->
            Optional.of(
                new Digits(
                        checkout.resolve("jobs/mnist/target/mnist.jar"),
                        Cache.of(environment),
                        PublicHome.OF_MNIST,
                        told)
                    .find()))
        .get();
  }

  Path find() {
    Optional<Path> kept = cache.find(NAME);
    if (kept.isPresent()) {
      return kept.get();
    }
    Map<String, byte[]> files;
    try {
      told.accept("MNIST is fetched from a public home of it: 11 MB, once.");
      files = fetch();
    } catch (IOException e) {
      told.accept(
          "It cannot be had (" + e.getMessage() + "): digits are drawn by a program instead.");
      return cache.keep("drawn-digits", this::draw);
    }
    return cache.keep(
        NAME,
        folder -> {
          for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
          }
        });
  }

  private Map<String, byte[]> fetch() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    for (Map.Entry<String, String> file : MNIST.entrySet()) {
      byte[] packed = home.read(file.getKey());
      if (!Cache.sha256(unpacked(packed)).equals(file.getValue())) {
        throw new IOException(file.getKey() + " is not the one of MNIST");
      }
      files.put(file.getKey(), packed);
    }
    return files;
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  private void draw(Path folder) {
    Command.of(Path.of(System.getProperty("java.home"), "bin/java").toString())
        .and("-cp", jar.toString(), "dev.plumbline.jobs.mnist.drawn.DrawDigits")
        .and("--to", folder.toString())
        .output("drawing digits");
  }
}
