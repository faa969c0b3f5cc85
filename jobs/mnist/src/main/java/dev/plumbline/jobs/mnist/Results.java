package dev.plumbline.jobs.mnist;

import dev.plumbline.jobs.mnist.data.Digits;
import dev.plumbline.jobs.mnist.pictures.ConfusionPicture;
import dev.plumbline.jobs.mnist.pictures.Curve;
import dev.plumbline.jobs.mnist.pictures.MistakesPicture;
import dev.plumbline.jobs.mnist.problem.Problem;
import dev.plumbline.jobs.mnist.report.Metrics;
import dev.plumbline.jobs.mnist.report.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of the results. */
record Results(Path folder) {
  /** Makes sure that there is a folder to write to, before anything is computed. */
  void prepare() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw Problem.cannotWrite(folder, e);
    }
    if (!Files.isWritable(folder)) {
      throw new Problem("the folder %s is not ours to write in".formatted(folder));
    }
  }

  /**
   * Writes all of them; the metrics last, so that where they are, everything is.
   *
   * @param examined the digits of the exam
   */
  void write(Metrics metrics, float[] weights, Digits examined) {
    ModelFile.write(folder.resolve("model.bin"), metrics.plan().shape(), weights);
    Curve.write(metrics.epochs(), folder.resolve("curve.png"));
    ConfusionPicture.write(metrics.exam().confusion(), folder.resolve("confusion.png"));
    MistakesPicture.write(metrics.exam().mistakes(), examined, folder.resolve("mistakes.png"));
    metrics.write(folder.resolve("metrics.json"));
  }
}
