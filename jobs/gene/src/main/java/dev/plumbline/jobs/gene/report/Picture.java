package dev.plumbline.jobs.gene.report;

import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.internal.chartpart.Chart;

/** A chart as a file. */
final class Picture {
  private Picture() {}

  static void write(Chart<?, ?> chart, Path png) throws IOException {
    if (!ImageIO.write(BitmapEncoder.getBufferedImage(chart), "png", png.toFile())) {
      throw new IOException("this Java cannot write PNG files");
    }
  }
}
