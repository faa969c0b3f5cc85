package dev.plumbline.jobs.mnist.data;

import static dev.plumbline.jobs.mnist.data.IdxFile.TEST_IMAGES;
import static dev.plumbline.jobs.mnist.data.IdxFile.TEST_LABELS;
import static dev.plumbline.jobs.mnist.data.IdxFile.TRAIN_IMAGES;
import static dev.plumbline.jobs.mnist.data.IdxFile.TRAIN_LABELS;

import dev.plumbline.jobs.mnist.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** A folder with the four files of the data set. */
public final class Folder {
  /** Says of generated digits what they are; its first line goes into the results. */
  public static final String ORIGIN = "ORIGIN.txt";

  static final int SIDE = 28;

  private final Path folder;

  public Folder(Path folder) {
    this.folder = folder;
    if (!Files.isDirectory(folder)) {
      throw new Problem("there is no folder " + folder + " to read the digits from");
    }
    List<String> missing =
        Stream.of(IdxFile.values())
            .filter(file -> !Files.exists(plain(file)) && !Files.exists(gzipped(file)))
            .map(IdxFile::fileName)
            .toList();
    if (!missing.isEmpty()) {
      throw new Problem(
          "%s lacks %s (each may end in .gz)".formatted(folder, String.join(", ", missing)));
    }
  }

  private Path plain(IdxFile file) {
    return folder.resolve(file.fileName());
  }

  private Path gzipped(IdxFile file) {
    return folder.resolve(file.fileName() + ".gz");
  }

  private Path path(IdxFile file) {
    return Files.exists(plain(file)) ? plain(file) : gzipped(file);
  }

  /**
   * Reads the digits to learn from.
   *
   * @param wanted which to keep, by index; all are read and checked
   */
  public DigitSet train(IntPredicate wanted) {
    return read(TRAIN_IMAGES, TRAIN_LABELS, wanted);
  }

  /** How many digits there are to learn from. */
  public int trainCount() {
    try (IdxStream labels = new IdxStream(path(TRAIN_LABELS), TRAIN_LABELS.dimensions())) {
      return labels.dimension(0);
    }
  }

  /** Reads the digits to be examined on. */
  public DigitSet test() {
    return read(TEST_IMAGES, TEST_LABELS, index -> true);
  }

  /** What the folder says of where its digits come from; empty if it says nothing. */
  public String origin() {
    Path file = folder.resolve(ORIGIN);
    if (!Files.exists(file)) {
      return "";
    }
    try {
      return Files.readString(file).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw Problem.cannotRead(file, e);
    }
  }

  private DigitSet read(IdxFile imageFile, IdxFile labelFile, IntPredicate wanted) {
    try (IdxStream images = new IdxStream(path(imageFile), imageFile.dimensions());
        IdxStream labels = new IdxStream(path(labelFile), labelFile.dimensions())) {
      check(images, labels, imageFile);
      Digits digits = new Digits();
      for (int i = 0; i < images.dimension(0); i++) {
        byte[] image = images.read(SIDE * SIDE);
        byte label = labels.read(1)[0];
        if (label < 0 || label > 9) {
          throw new Problem(
              "label %d of %s is %d, and a digit is 0 to 9; get the file again"
                  .formatted(i, path(labelFile), label & 0xff));
        }
        if (wanted.test(i)) {
          digits.add(image, label);
        }
      }
      boolean realImages = imageFile.isReal(images.md5());
      boolean realLabels = labelFile.isReal(labels.md5());
      if (realImages != realLabels) {
        throw new Problem(
            "%s is the file of MNIST by its checksum, but %s beside it is not: it is damaged or of another set; get it again"
                .formatted(
                    path(realImages ? imageFile : labelFile).getFileName(),
                    path(realImages ? labelFile : imageFile).getFileName()));
      }
      return new DigitSet(digits, images.dimension(0), realImages);
    }
  }

  private void check(IdxStream images, IdxStream labels, IdxFile imageFile) {
    if (images.dimension(1) != SIDE || images.dimension(2) != SIDE) {
      throw new Problem(
          "the images of %s have %d × %d pixels; this program needs %d × %d"
              .formatted(path(imageFile), images.dimension(2), images.dimension(1), SIDE, SIDE));
    }
    if (images.dimension(0) != labels.dimension(0)) {
      throw new Problem(
          "%s has %,d images, but there are %,d labels for them: one of the files is of another set"
              .formatted(path(imageFile), images.dimension(0), labels.dimension(0)));
    }
  }
}
