package dev.plumbline.jobs.mnist.report;

import dev.plumbline.jobs.mnist.exam.Exam;
import dev.plumbline.jobs.mnist.problem.Problem;
import dev.plumbline.jobs.mnist.training.Effort;
import dev.plumbline.jobs.mnist.training.EpochResult;
import dev.plumbline.jobs.mnist.training.Plan;
import dev.plumbline.jobs.mnist.training.Share;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * All figures of a run.
 *
 * @param data what was learned from, in words
 * @param trained how many digits
 * @param examinedOn "test" or "held out"
 * @param efforts one for each rank, by rank
 */
public record Metrics(
    String data,
    Plan plan,
    int weights,
    int trained,
    String examinedOn,
    List<EpochResult> epochs,
    Exam exam,
    List<Effort> efforts) {

  /** Writes them as JSON. */
  public void write(Path file) {
    try {
      Files.writeString(file, toJson());
    } catch (IOException e) {
      throw Problem.cannotWrite(file, e);
    }
  }

  String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("data", data);
    json.put("accuracy", exam.confusion().accuracy());
    json.put("examined_on", examinedOn);
    json.put("examined_digits", exam.confusion().total());
    json.put("trained_digits", trained);
    json.put("net", plan.shape().toString());
    json.put("weights", weights);
    json.put("epochs", plan.epochs());
    json.put("batch", Share.BATCH);
    json.put("rate", plan.rate());
    json.put("move", plan.move());
    json.put("seed", plan.seed());
    json.put("loss_per_epoch", numbers(epochs, EpochResult::loss));
    json.put("accuracy_per_epoch", numbers(epochs, EpochResult::accuracy));
    json.put("seconds_per_epoch", numbers(epochs, EpochResult::seconds));
    json.put("weights_after_epoch", epochs.stream().map(EpochResult::weights).toList());
    json.put("ranks", efforts.size());
    json.put("hosts", efforts.stream().map(Effort::host).distinct().toList());
    json.put("compute_seconds", round(largest(Effort::computeSeconds)));
    json.put("communication_seconds", round(largest(Effort::communicationSeconds)));
    json.put("cpu_seconds", round(efforts.stream().mapToDouble(Effort::cpuSeconds).sum()));
    json.put("host_per_rank", efforts.stream().map(Effort::host).toList());
    json.put("compute_seconds_per_rank", numbers(efforts, Effort::computeSeconds));
    json.put("communication_seconds_per_rank", numbers(efforts, Effort::communicationSeconds));
    json.put("cpu_seconds_per_rank", numbers(efforts, Effort::cpuSeconds));
    json.put("confusion", exam.confusion().rows());
    return Json.of(json);
  }

  private double largest(ToDoubleFunction<Effort> figure) {
    return efforts.stream().mapToDouble(figure).max().orElseThrow();
  }

  private static <T> List<Double> numbers(List<T> items, ToDoubleFunction<T> figure) {
    return items.stream().map(item -> round(figure.applyAsDouble(item))).toList();
  }

  private static double round(double value) {
    return new BigDecimal(value).round(new MathContext(6)).doubleValue();
  }
}
