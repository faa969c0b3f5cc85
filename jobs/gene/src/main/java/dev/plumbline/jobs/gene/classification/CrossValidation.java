package dev.plumbline.jobs.gene.classification;

import dev.plumbline.jobs.gene.differential.TwoClasses;
import dev.plumbline.jobs.gene.matrix.Expression;
import dev.plumbline.jobs.gene.matrix.Gene;
import dev.plumbline.jobs.gene.matrix.Normalisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Nested cross-validation. An inner one, within each training set, chooses how many genes to use;
 * the outer one tells how well that does. All training sets of all folds are asked of the executors
 * in one pass.
 *
 * @param repeats of the outer cross-validation
 * @param outer number of its folds
 * @param inner number of folds within each training set
 */
public record CrossValidation(int repeats, int outer, int inner, long seed) {
  /** How many genes may be used. */
  static final int[] SIZES = {5, 10, 20, 50, 100};

  private static final int MOST = SIZES[SIZES.length - 1];

  /** Repeated cross-validation over all samples. */
  public Assessment assess(
      JavaSparkContext spark,
      Expression prepared,
      TwoClasses classes,
      Normalisation normalisation) {
    Random random = new Random(seed);
    int[] all = IntStream.range(0, classes.members().length).toArray();
    List<Task> tasks = new ArrayList<>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      for (Fold fold : Folds.stratified(all, classes.members(), outer, random)) {
        tasks.add(task(repeat, fold, classes, random));
      }
    }
    List<Verdict> verdicts = judge(spark, prepared, classes, normalisation, tasks);
    Confusion[] confusions = new Confusion[repeats];
    List<List<Integer>> genes = new ArrayList<>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      confusions[repeat] = Confusion.NONE;
      genes.add(new ArrayList<>());
    }
    int[] wrong = new int[all.length];
    for (Verdict verdict : verdicts) {
      confusions[verdict.repeat()] = confusions[verdict.repeat()].plus(verdict.confusion());
      genes.get(verdict.repeat()).add(verdict.genes());
      verdict.wrong().forEach(sample -> wrong[sample]++);
    }
    return new Assessment(
        IntStream.range(0, repeats)
            .mapToObj(
                repeat -> new Assessment.Repeat(confusions[repeat], List.copyOf(genes.get(repeat))))
            .toList(),
        wrong);
  }

  /** A split that was given: learns from some samples, and tells the others. */
  public Assessment.Split split(
      JavaSparkContext spark,
      Expression prepared,
      TwoClasses classes,
      Normalisation normalisation,
      int[] training,
      int[] held) {
    Task task = task(0, new Fold(training, held), classes, new Random(seed));
    Verdict verdict = judge(spark, prepared, classes, normalisation, List.of(task)).get(0);
    return new Assessment.Split(
        verdict.confusion(),
        verdict.genes(),
        verdict.candidates(),
        verdict.wrong().stream().map(prepared.samples()::get).toList());
  }

  private Task task(int repeat, Fold fold, TwoClasses classes, Random random) {
    return new Task(
        repeat, fold, Folds.stratified(fold.training(), classes.members(), inner, random));
  }

  private static List<Verdict> judge(
      JavaSparkContext spark,
      Expression prepared,
      TwoClasses classes,
      Normalisation normalisation,
      List<Task> tasks) {
    List<int[]> trainings = new ArrayList<>();
    for (Task task : tasks) {
      trainings.add(task.fold().training());
      task.inner().forEach(fold -> trainings.add(fold.training()));
    }
    Broadcast<Markers.Question> question =
        spark.broadcast(new Markers.Question(trainings, classes, normalisation, MOST));
    Markers markers = Markers.find(prepared.genes(), question);
    Map<String, double[]> values =
        values(spark, prepared, normalisation, markers, trainings.size());
    List<Verdict> verdicts = new ArrayList<>();
    int next = 0;
    for (Task task : tasks) {
      int first = next;
      next += 1 + task.inner().size();
      verdicts.add(
          task.judge(
              IntStream.range(first, next).mapToObj(markers::of).toList(),
              markers.kept(first),
              values,
              classes.members()));
    }
    return verdicts;
  }

  /** The values of every gene that some training set chose: few, however many genes there are. */
  private static Map<String, double[]> values(
      JavaSparkContext spark,
      Expression prepared,
      Normalisation normalisation,
      Markers markers,
      int trainings) {
    Set<String> chosen = new HashSet<>();
    for (int training = 0; training < trainings; training++) {
      markers.of(training).forEach(marker -> chosen.add(marker.id()));
    }
    Broadcast<Set<String>> shared = spark.broadcast(chosen);
    Map<String, double[]> values = new HashMap<>();
    prepared
        .genes()
        .filter(gene -> shared.value().contains(gene.id()))
        .map(gene -> new Gene(gene.id(), normalisation.logs(gene.values())))
        .collect()
        .forEach(gene -> values.put(gene.id(), gene.values()));
    return values;
  }
}
