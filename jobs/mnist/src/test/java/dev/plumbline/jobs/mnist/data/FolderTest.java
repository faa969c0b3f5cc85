package dev.plumbline.jobs.mnist.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.jobs.mnist.drawn.DrawDigits;
import dev.plumbline.jobs.mnist.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {
  private static final String IMAGES = "train-images-idx3-ubyte";
  private static final String LABELS = "train-labels-idx1-ubyte";

  @TempDir Path folder;

  @BeforeEach
  void draw() {
    DrawDigits.write(folder, 12, 5, 1);
  }

  @Test
  void readsGzippedFiles() {
    Folder read = new Folder(folder);
    DigitSet train = read.train(index -> true);
    assertThat(read.trainCount()).isEqualTo(12);
    assertThat(train.digits().size()).isEqualTo(12);
    assertThat(train.real()).isFalse();
    assertThat(read.test().digits().size()).isEqualTo(5);
    assertThat(read.origin()).isEqualTo("digits drawn by a program (seed 1), not MNIST");
  }

  @Test
  void readsPlainFilesAlike() throws IOException {
    DigitSet gzipped = new Folder(folder).train(index -> true);
    unzip(IMAGES);
    unzip(LABELS);
    DigitSet plain = new Folder(folder).train(index -> true);
    for (int i = 0; i < 12; i++) {
      assertThat(plain.digits().image(i)).isEqualTo(gzipped.digits().image(i));
      assertThat(plain.digits().label(i)).isEqualTo(gzipped.digits().label(i));
    }
  }

  @Test
  void keepsWhatIsWanted() {
    Digits all = new Folder(folder).train(index -> true).digits();
    DigitSet some = new Folder(folder).train(index -> index % 3 == 1);
    assertThat(some.total()).isEqualTo(12);
    assertThat(some.digits().size()).isEqualTo(4);
    assertThat(some.digits().image(1)).isEqualTo(all.image(4));
  }

  @Test
  void namesAMissingFolder() {
    assertProblem(folder.resolve("nowhere"), "there is no folder");
  }

  @Test
  void namesEveryMissingFile() throws IOException {
    Files.delete(folder.resolve(LABELS + ".gz"));
    Files.delete(folder.resolve("t10k-images-idx3-ubyte.gz"));
    assertProblem(folder, "lacks " + LABELS + ", t10k-images-idx3-ubyte (each may end in .gz)");
  }

  @Test
  void findsATruncatedFile() throws IOException {
    byte[] whole = unzip(IMAGES);
    Files.write(folder.resolve(IMAGES), Arrays.copyOf(whole, whole.length - 1));
    assertProblem(folder, IMAGES + " ends before all that its header promises");
  }

  @Test
  void findsATruncatedGzippedFile() throws IOException {
    Path file = folder.resolve(IMAGES + ".gz");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    assertProblem(folder, "ends before all that its header promises");
  }

  @Test
  void findsADamagedGzippedFile() throws IOException {
    Path file = folder.resolve(IMAGES + ".gz");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 6] ^= 1;
    Files.write(file, bytes);
    assertProblem(folder, "is damaged");
  }

  @Test
  void findsMoreThanTheHeaderPromises() throws IOException {
    byte[] whole = unzip(LABELS);
    Files.write(folder.resolve(LABELS), Arrays.copyOf(whole, whole.length + 1));
    assertProblem(folder, LABELS + " holds more than its header promises");
  }

  @Test
  void findsLabelsOfAnotherLength() throws IOException {
    byte[] whole = unzip(LABELS);
    whole[7] = 11;
    Files.write(folder.resolve(LABELS), Arrays.copyOf(whole, whole.length - 1));
    assertProblem(folder, "has 12 images, but there are 11 labels for them");
  }

  @Test
  void findsALabelThatIsNoDigit() throws IOException {
    byte[] whole = unzip(LABELS);
    whole[8 + 3] = 10;
    Files.write(folder.resolve(LABELS), whole);
    assertProblem(folder, "label 3 of " + folder.resolve(LABELS) + " is 10");
  }

  @Test
  void findsAnotherKindOfFile() throws IOException {
    unzip(IMAGES);
    Files.writeString(folder.resolve(IMAGES), "<html>not found</html>");
    assertProblem(folder, "begins with 3c68746d");
  }

  @Test
  void findsImagesOfAnotherSize() throws IOException {
    byte[] whole = unzip(IMAGES);
    whole[11] = 32;
    Files.write(folder.resolve(IMAGES), whole);
    assertProblem(folder, "have 28 × 32 pixels");
  }

  @Test
  void findsAnEmptySet() throws IOException {
    byte[] whole = unzip(LABELS);
    whole[7] = 0;
    Files.write(folder.resolve(LABELS), whole);
    assertProblem(folder, "says in its header that it holds nothing");
  }

  private byte[] unzip(String name) throws IOException {
    Path gzipped = folder.resolve(name + ".gz");
    try (var in = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(gzipped)))) {
      byte[] bytes = in.readAllBytes();
      Files.write(folder.resolve(name), bytes);
      return bytes;
    }
  }

  private static void assertProblem(Path folder, String part) {
    assertThatThrownBy(() -> new Folder(folder).train(index -> true))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(part);
  }
}
