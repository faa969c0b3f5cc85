package dev.plumbline.jobs.mnist;

import dev.plumbline.jobs.mnist.data.DigitSet;
import dev.plumbline.jobs.mnist.data.Digits;
import dev.plumbline.jobs.mnist.data.Folder;
import dev.plumbline.jobs.mnist.exam.Exam;
import dev.plumbline.jobs.mnist.problem.Problem;
import dev.plumbline.jobs.mnist.ranks.Communicator;
import dev.plumbline.jobs.mnist.report.Metrics;
import dev.plumbline.jobs.mnist.training.Effort;
import dev.plumbline.jobs.mnist.training.EpochResult;
import dev.plumbline.jobs.mnist.training.Plan;
import dev.plumbline.jobs.mnist.training.Share;
import dev.plumbline.jobs.mnist.training.Trainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * One rank of a run: reads its share of the digits and trains. Rank 0 also examines and reports.
 */
final class Job {
  private final Plan plan;
  private final Path data;
  private final Results results;
  private final int heldOut;
  private final Communicator ranks;
  private final String host;
  private final Consumer<String> progress;

  /**
   * @param heldOut how many of the last training digits to examine on instead of the test digits;
   *     they are then not learned from, and the test digits are not read. 0 for the real thing
   * @param host the name of this node
   * @param progress where rank 0 says how far it is, one line at a time
   */
  Job(
      Plan plan,
      Path data,
      Path out,
      int heldOut,
      Communicator ranks,
      String host,
      Consumer<String> progress) {
    this.plan = plan;
    this.data = data;
    this.results = new Results(out);
    this.heldOut = heldOut;
    this.ranks = ranks;
    this.host = host;
    this.progress = progress;
  }

  void run() {
    Share share = new Share(ranks.rank(), ranks.size());
    Folder folder = new Folder(data);
    int count = folder.trainCount() - heldOut;
    DigitSet learned = folder.train(index -> index < count && share.contains(index));
    Trainer trainer = new Trainer(plan, ranks, learned.digits(), count);
    if (ranks.rank() == 0) {
      lead(folder, learned.real(), count, trainer);
    } else {
      ranks.gather(trainer.train(host, epoch -> {}).toLine());
    }
  }

  private void lead(Folder folder, boolean real, int count, Trainer trainer) {
    results.prepare();
    DigitSet asked = heldOut > 0 ? folder.train(index -> index >= count) : folder.test();
    if (asked.real() != real) {
      throw new Problem(
          "one half of %s is MNIST by its checksums and the other is not: get it again"
              .formatted(data));
    }
    String origin = origin(folder, real);
    progress.accept(
        String.format(
            Locale.ROOT,
            "data: %s, %,d to learn from; ranks: %d; net: %s",
            origin,
            count,
            ranks.size(),
            plan.shape()));
    List<EpochResult> epochs = new ArrayList<>();
    Effort own = trainer.train(host, epoch -> tell(epoch, epochs));
    List<Effort> efforts = ranks.gather(own.toLine()).stream().map(Effort::ofLine).toList();
    Exam exam = Exam.of(trainer.network(), asked.digits());
    results.write(
        new Metrics(
            origin, plan, trainer.network().size(), count, examined(), epochs, exam, efforts),
        trainer.weights(),
        asked.digits());
    sum(exam, efforts, asked.digits());
  }

  private static String origin(Folder folder, boolean real) {
    if (real) {
      return "MNIST";
    }
    return folder.origin().isEmpty() ? "a set that is not MNIST" : folder.origin();
  }

  private String examined() {
    return heldOut > 0 ? "held out" : "test";
  }

  private void tell(EpochResult epoch, List<EpochResult> epochs) {
    epochs.add(epoch);
    progress.accept(
        String.format(
            Locale.ROOT,
            "epoch %d of %d: loss %.4f, accuracy %.4f, %.1f s",
            epoch.epoch(),
            plan.epochs(),
            epoch.loss(),
            epoch.accuracy(),
            epoch.seconds()));
  }

  private void sum(Exam exam, List<Effort> efforts, Digits digits) {
    progress.accept(
        String.format(
            Locale.ROOT,
            "accuracy %.4f on %,d digits (%s), %.1f CPU seconds of training, results in %s",
            exam.confusion().accuracy(),
            digits.size(),
            examined(),
            efforts.stream().mapToDouble(Effort::cpuSeconds).sum(),
            results.folder()));
  }
}
