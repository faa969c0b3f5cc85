package dev.plumbline.jobs.gene.report;

import dev.plumbline.jobs.gene.differential.TwoClasses;
import dev.plumbline.jobs.gene.matrix.Gene;
import dev.plumbline.jobs.gene.statistics.Moments;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;

/** {@code heatmap.png}: the most significant genes over all samples, in standard deviations. */
public final class HeatMap {
  private static final int WIDTH = 1400;
  private static final int ROW = 20;
  private static final int MARGIN = 200;
  private static final double FARTHEST = 3;
  private static final Color[] COLOURS = {
    new Color(0x2166ac), new Color(0xf7f7f7), new Color(0xb2182b)
  };

  private HeatMap() {}

  /**
   * @param genes log2 values, the first one at the top
   */
  public static void draw(Path folder, List<Gene> genes, List<String> samples, TwoClasses classes)
      throws IOException {
    int[] order =
        IntStream.concat(IntStream.of(classes.places(true)), IntStream.of(classes.places(false)))
            .toArray();
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(WIDTH)
            .height(MARGIN + ROW * genes.size())
            .title(
                "The most significant genes: "
                    + classes.one()
                    + " on the left, "
                    + classes.other()
                    + " on the right")
            .build();
    List<String> columns = IntStream.of(order).mapToObj(samples::get).toList();
    List<String> rows = new ArrayList<>();
    List<Number[]> cells = new ArrayList<>();
    for (int row = 0; row < genes.size(); row++) {
      Gene gene = genes.get(genes.size() - 1 - row);
      rows.add(gene.id());
      double[] standard = standardised(gene.values());
      for (int column = 0; column < order.length; column++) {
        cells.add(new Number[] {column, row, standard[order[column]]});
      }
    }
    chart.addSeries("z", columns, rows, cells);
    chart.getStyler().setRangeColors(COLOURS).setMin(-FARTHEST).setMax(FARTHEST);
    chart.getStyler().setXAxisLabelRotation(90);
    chart.getStyler().setYAxisTickMarkSpacingHint(ROW).setXAxisTickMarkSpacingHint(ROW);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    Picture.write(chart, folder.resolve("heatmap.png"));
  }

  private static double[] standardised(double[] values) {
    Moments moments = Moments.of(values, IntStream.range(0, values.length).toArray());
    double deviation = Math.sqrt(moments.variance());
    double[] standard = new double[values.length];
    for (int sample = 0; sample < values.length; sample++) {
      double distance = deviation > 0 ? (values[sample] - moments.mean()) / deviation : 0;
      standard[sample] = Math.max(-FARTHEST, Math.min(FARTHEST, distance));
    }
    return standard;
  }
}
