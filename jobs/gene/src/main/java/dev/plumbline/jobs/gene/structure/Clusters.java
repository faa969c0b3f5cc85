package dev.plumbline.jobs.gene.structure;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Groups of samples by k-means, with the starts of D. Arthur and S. Vassilvitskii (SODA 2007,
 * 1027-1035), from inner products alone: a centre is the mean of its members, so no gene is needed.
 *
 * @param of the cluster of each sample, numbered by their first samples
 * @param within the sum of squared distances to the centres
 */
public record Clusters(int[] of, double within) {
  private static final int STARTS = 25;
  private static final int STEPS = 100;

  /**
   * The best of several starts.
   *
   * @param count of clusters, at most the number of samples
   */
  public static Clusters of(Gram gram, int count, RandomGenerator random) {
    Clusters best = new Clusters(new int[0], Double.POSITIVE_INFINITY);
    for (int start = 0; start < STARTS; start++) {
      Clusters found = from(gram, first(gram, count, random), count);
      if (found.within < best.within) {
        best = found;
      }
    }
    return new Clusters(numbered(best.of, count), best.within);
  }

  private static Clusters from(Gram gram, int[] start, int count) {
    int[] of = start;
    for (int step = 0; step < STEPS; step++) {
      int[] next = nearest(gram, of, count);
      if (Arrays.equals(next, of)) {
        break;
      }
      of = next;
    }
    return new Clusters(of, within(gram, of, count));
  }

  /** Each sample to the nearest of centres that are samples themselves. */
  private static int[] first(Gram gram, int count, RandomGenerator random) {
    int samples = gram.samples();
    int[] of = new int[samples];
    double[] distances = new double[samples];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    int centre = random.nextInt(samples);
    for (int cluster = 0; cluster < count; cluster++) {
      double total = 0;
      for (int sample = 0; sample < samples; sample++) {
        double distance =
            gram.product(sample, sample)
                - 2 * gram.product(sample, centre)
                + gram.product(centre, centre);
        if (distance < distances[sample]) {
          distances[sample] = Math.max(0, distance);
          of[sample] = cluster;
        }
        total += distances[sample];
      }
      centre = draw(distances, random.nextDouble() * total);
    }
    return of;
  }

  private static int draw(double[] weights, double point) {
    double left = point;
    for (int index = 0; index < weights.length; index++) {
      left -= weights[index];
      if (left < 0) {
        return index;
      }
    }
    return weights.length - 1;
  }

  private static int[] nearest(Gram gram, int[] of, int count) {
    double[][] toCluster = toClusters(gram, of, count);
    int[] sizes = sizes(of, count);
    double[] norms = norms(of, toCluster, sizes);
    int[] next = new int[of.length];
    for (int sample = 0; sample < of.length; sample++) {
      double best = Double.POSITIVE_INFINITY;
      for (int cluster = 0; cluster < count; cluster++) {
        double distance =
            sizes[cluster] == 0
                ? Double.POSITIVE_INFINITY
                : norms[cluster] - 2 * toCluster[sample][cluster] / sizes[cluster];
        if (distance < best) {
          best = distance;
          next[sample] = cluster;
        }
      }
    }
    return next;
  }

  /** The sums of the products of each sample with the members of each cluster. */
  private static double[][] toClusters(Gram gram, int[] of, int count) {
    double[][] sums = new double[of.length][count];
    for (int sample = 0; sample < of.length; sample++) {
      for (int other = 0; other < of.length; other++) {
        sums[sample][of[other]] += gram.product(sample, other);
      }
    }
    return sums;
  }

  private static int[] sizes(int[] of, int count) {
    int[] sizes = new int[count];
    for (int cluster : of) {
      sizes[cluster]++;
    }
    return sizes;
  }

  /** The squared lengths of the centres. */
  private static double[] norms(int[] of, double[][] toCluster, int[] sizes) {
    double[] norms = new double[sizes.length];
    for (int sample = 0; sample < of.length; sample++) {
      double size = sizes[of[sample]];
      norms[of[sample]] += toCluster[sample][of[sample]] / (size * size);
    }
    return norms;
  }

  private static double within(Gram gram, int[] of, int count) {
    int[] sizes = sizes(of, count);
    double[] norms = norms(of, toClusters(gram, of, count), sizes);
    double within = 0;
    for (int sample = 0; sample < of.length; sample++) {
      within += gram.product(sample, sample);
    }
    for (int cluster = 0; cluster < count; cluster++) {
      within -= sizes[cluster] * norms[cluster];
    }
    return within;
  }

  private static int[] numbered(int[] of, int count) {
    int[] numbers = new int[count];
    Arrays.fill(numbers, -1);
    int next = 0;
    int[] numbered = new int[of.length];
    for (int sample = 0; sample < of.length; sample++) {
      if (numbers[of[sample]] < 0) {
        numbers[of[sample]] = next++;
      }
      numbered[sample] = numbers[of[sample]];
    }
    return numbered;
  }
}
