package dev.plumbline.lab.demo;

import dev.plumbline.lab.machine.Command;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The digits that the job mnist learns: MNIST, else digits that a program draws. */
public final class Digits {
  /** The four files, checked by what is in them once they are unpacked. */
  static final DataSet MNIST =
      new DataSet(
          "mnist",
          "MNIST",
          "11 MB",
          Map.of(
              "train-images-idx3-ubyte.gz",
              "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
              "train-labels-idx1-ubyte.gz",
              "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
              "t10k-images-idx3-ubyte.gz",
              "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
              "t10k-labels-idx1-ubyte.gz",
              "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"),
          Digits::unpacked,
          Digits::write);

  private Digits() {}

  /**
   * A folder with the four files.
   *
   * @param checkout where {@code jobs/mnist} is built
   * @param environment of this process
   * @param told hears in a line what they are, where they are not those of {@code PLUMBLINE_DATA}
   */
  public static Path find(Path checkout, Map<String, String> environment, Consumer<String> told) {
    return find(
        checkout.resolve("jobs/mnist/target/mnist.jar"),
        Sources.of(environment, PublicHome.OF_MNIST, told));
  }

  static Path find(Path jar, Sources sources) {
    return sources
        .find(MNIST, "digits are drawn by a program instead")
        .orElseGet(() -> sources.cache().keep("drawn-digits", folder -> draw(jar, folder)));
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  private static void write(Map<String, byte[]> files, Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
  }

  private static void draw(Path jar, Path folder) {
    Command.of(Path.of(System.getProperty("java.home"), "bin/java").toString())
        .and("-cp", jar.toString(), "dev.plumbline.jobs.mnist.drawn.DrawDigits")
        .and("--to", folder.toString())
        .output("drawing digits");
  }
}
