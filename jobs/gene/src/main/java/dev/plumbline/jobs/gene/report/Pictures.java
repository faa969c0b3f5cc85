package dev.plumbline.jobs.gene.report;

import dev.plumbline.jobs.gene.differential.Comparison;
import dev.plumbline.jobs.gene.differential.Comparison.Compared;
import dev.plumbline.jobs.gene.differential.TwoClasses;
import dev.plumbline.jobs.gene.structure.PrincipalComponents;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The results as scatter plots. */
public final class Pictures {
  private static final int WIDTH = 1000;
  private static final int HEIGHT = 750;
  private static final int NAMED = 10;
  private static final double ABOVE = 0.02;
  private static final double RATE = 0.05;
  private static final Color UP = new Color(0xb2182b);
  private static final Color DOWN = new Color(0x2166ac);
  private static final Color NEITHER = new Color(0xa0, 0xa0, 0xa0, 0x70);

  private Pictures() {}

  /** {@code volcano.png}: how much a gene differs against how surely. */
  public static void volcano(Path folder, Comparison comparison, TwoClasses classes)
      throws IOException {
    genes(
        folder.resolve("volcano.png"),
        chart(
            classes.one() + " against " + classes.other(),
            "log2 fold change",
            "-log10 p (moderated t)"),
        comparison,
        Compared::effect,
        gene -> -Math.log10(Math.max(gene.moderated().p(), Double.MIN_NORMAL)));
  }

  /** {@code ma.png}: how much a gene differs against how much of it there is. */
  public static void ma(Path folder, Comparison comparison, TwoClasses classes) throws IOException {
    genes(
        folder.resolve("ma.png"),
        chart(classes.one() + " against " + classes.other(), "mean, log2", "log2 fold change"),
        comparison,
        Compared::mean,
        Compared::effect);
  }

  /** {@code pca.png}: the samples along the first two principal components. */
  public static void components(Path folder, PrincipalComponents components, TwoClasses classes)
      throws IOException {
    if (components.variances().length < 2) {
      return;
    }
    XYChart chart =
        chart("Principal components of the samples", axis(components, 0), axis(components, 1));
    for (boolean side : new boolean[] {true, false}) {
      int[] places = classes.places(side);
      XYSeries series =
          chart.addSeries(
              side ? classes.one() : classes.other(),
              scores(components, places, 0),
              scores(components, places, 1));
      series.setMarker(SeriesMarkers.CIRCLE).setMarkerColor(side ? UP : DOWN);
    }
    chart.getStyler().setMarkerSize(9);
    save(chart, folder.resolve("pca.png"));
  }

  private static String axis(PrincipalComponents components, int component) {
    return String.format(
        Locale.ROOT, "PC%d (%.1f %%)", component + 1, 100 * components.shares()[component]);
  }

  private static double[] scores(PrincipalComponents components, int[] places, int component) {
    return Arrays.stream(places)
        .mapToDouble(sample -> components.scores()[sample][component])
        .toArray();
  }

  private static void genes(
      Path file,
      XYChart chart,
      Comparison comparison,
      ToDoubleFunction<Compared> x,
      ToDoubleFunction<Compared> y)
      throws IOException {
    List<Compared> genes = comparison.genes();
    add(chart, "no difference", NEITHER, genes, gene -> gene.adjusted() >= RATE, x, y);
    add(chart, "higher", UP, genes, gene -> gene.adjusted() < RATE && gene.effect() > 0, x, y);
    add(chart, "lower", DOWN, genes, gene -> gene.adjusted() < RATE && gene.effect() <= 0, x, y);
    double height =
        genes.stream().mapToDouble(y).max().orElse(0)
            - genes.stream().mapToDouble(y).min().orElse(0);
    for (Compared gene : genes.subList(0, Math.min(NAMED, genes.size()))) {
      double above = y.applyAsDouble(gene) + height * ABOVE;
      chart.addAnnotation(new AnnotationText(gene.id(), x.applyAsDouble(gene), above, false));
    }
    save(chart, file);
  }

  private static void add(
      XYChart chart,
      String name,
      Color colour,
      List<Compared> genes,
      Predicate<Compared> shown,
      ToDoubleFunction<Compared> x,
      ToDoubleFunction<Compared> y) {
    List<Compared> chosen = genes.stream().filter(shown).toList();
    if (chosen.isEmpty()) {
      return;
    }
    chart
        .addSeries(
            name + " (" + chosen.size() + ")",
            chosen.stream().mapToDouble(x).toArray(),
            chosen.stream().mapToDouble(y).toArray())
        .setMarker(SeriesMarkers.CIRCLE)
        .setMarkerColor(colour);
  }

  private static XYChart chart(String title, String x, String y) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(title)
            .xAxisTitle(x)
            .yAxisTitle(y)
            .build();
    chart
        .getStyler()
        .setDefaultSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter)
        .setMarkerSize(5)
        .setLegendPosition(LegendPosition.OutsideS)
        .setLegendLayout(LegendLayout.Horizontal);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    return chart;
  }

  private static void save(XYChart chart, Path file) throws IOException {
    Picture.write(chart, file);
  }
}
