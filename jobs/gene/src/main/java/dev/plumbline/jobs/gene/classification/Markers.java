package dev.plumbline.jobs.gene.classification;

import dev.plumbline.jobs.gene.differential.TwoClasses;
import dev.plumbline.jobs.gene.matrix.Gene;
import dev.plumbline.jobs.gene.matrix.Normalisation;
import dev.plumbline.jobs.gene.statistics.Moments;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;

/**
 * The strongest genes of each of many training sets, found in one pass over all genes: each
 * partition keeps its own strongest, and what is kept is merged.
 */
final class Markers implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int DEPTH = 2;
  private final int most;
  private final List<TreeSet<Marker>> sets;
  private final int[] kept;

  private Markers(int trainings, int most) {
    this.most = most;
    this.kept = new int[trainings];
    this.sets = new ArrayList<>();
    for (int training = 0; training < trainings; training++) {
      sets.add(new TreeSet<>());
    }
  }

  /** What the executors need to know. */
  record Question(List<int[]> trainings, TwoClasses classes, Normalisation normalisation, int most)
      implements Serializable {}

  static Markers find(JavaRDD<Gene> prepared, Broadcast<Question> question) {
    return prepared
        .mapPartitions(genes -> strongest(genes, question.value()))
        .treeReduce(Markers::plus, DEPTH);
  }

  /** The strongest genes of a training set, the strongest first. */
  List<Marker> of(int training) {
    return List.copyOf(sets.get(training));
  }

  /** How many genes a training set had to choose from. */
  int kept(int training) {
    return kept[training];
  }

  private static Iterator<Markers> strongest(Iterator<Gene> genes, Question question) {
    Markers markers = new Markers(question.trainings().size(), question.most());
    List<Sides> sides =
        question.trainings().stream().map(set -> Sides.of(set, question.classes())).toList();
    while (genes.hasNext()) {
      Gene gene = genes.next();
      double[] logs = question.normalisation().logs(gene.values());
      for (int training = 0; training < sides.size(); training++) {
        if (question.normalisation().keeps(gene.values(), question.trainings().get(training))) {
          markers.kept[training]++;
          markers.add(training, sides.get(training).marker(gene.id(), logs));
        }
      }
    }
    return List.of(markers).iterator();
  }

  private void add(int training, Marker marker) {
    TreeSet<Marker> set = sets.get(training);
    if (marker.variance() > 0 && (set.size() < most || marker.compareTo(set.last()) < 0)) {
      set.add(marker);
      if (set.size() > most) {
        set.pollLast();
      }
    }
  }

  private Markers plus(Markers other) {
    for (int training = 0; training < kept.length; training++) {
      kept[training] += other.kept[training];
      for (Marker marker : other.sets.get(training)) {
        add(training, marker);
      }
    }
    return this;
  }

  /** A training set by class. */
  private record Sides(int[] one, int[] other) {
    static Sides of(int[] training, TwoClasses classes) {
      boolean[] members = classes.members();
      return new Sides(
          Arrays.stream(training).filter(sample -> members[sample]).toArray(),
          Arrays.stream(training).filter(sample -> !members[sample]).toArray());
    }

    Marker marker(String id, double[] logs) {
      Moments ofOne = Moments.of(logs, one);
      Moments ofOther = Moments.of(logs, other);
      double variance = ofOne.pooledWith(ofOther);
      double error = Math.sqrt(variance * (1.0 / one.length + 1.0 / other.length));
      return new Marker(
          id,
          variance > 0 ? Math.abs(ofOne.mean() - ofOther.mean()) / error : 0,
          ofOne.mean(),
          ofOther.mean(),
          variance);
    }
  }
}
