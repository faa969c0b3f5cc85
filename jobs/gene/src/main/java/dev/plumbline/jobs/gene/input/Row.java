package dev.plumbline.jobs.gene.input;

import java.io.Serializable;
import java.util.List;

/**
 * A line of a matrix.
 *
 * @param problem what is wrong with it; empty if nothing is
 */
record Row(String id, double[] values, String problem) implements Serializable {
  static Row parse(String line, List<String> samples) {
    List<String> texts = Csv.split(line);
    String id = texts.get(0);
    if (texts.size() != samples.size() + 1) {
      return bad(
          id, "'%s' has %d values for %d samples".formatted(id, texts.size() - 1, samples.size()));
    }
    double[] values = new double[samples.size()];
    for (int sample = 0; sample < values.length; sample++) {
      String text = texts.get(sample + 1).strip();
      try {
        values[sample] = Double.parseDouble(text);
      } catch (NumberFormatException e) {
        values[sample] = Double.NaN;
      }
      if (!Double.isFinite(values[sample])) {
        return bad(
            id,
            "'%s', sample %s: '%s' is not a finite number"
                .formatted(id, samples.get(sample), text));
      }
    }
    return new Row(id, values, "");
  }

  private static Row bad(String id, String problem) {
    return new Row(id, new double[0], problem);
  }
}
