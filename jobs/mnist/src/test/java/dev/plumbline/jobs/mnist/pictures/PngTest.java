package dev.plumbline.jobs.mnist.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program reads what was written. */
class PngTest {
  @TempDir Path folder;

  @Test
  void holdsThePixels() throws IOException {
    Canvas canvas = new Canvas(50, 30);
    canvas.fill(3, 4, 5, 6, 0x123456);
    canvas.text(20, 5, "8", Canvas.BLACK);
    canvas.line(-10, 29, 60, 29, 0xff0000);
    Path file = folder.resolve("picture.png");
    Png.write(canvas, file);
    BufferedImage read = ImageIO.read(file.toFile());
    assertThat(read.getWidth()).isEqualTo(50);
    assertThat(read.getHeight()).isEqualTo(30);
    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 50; x++) {
        assertThat(read.getRGB(x, y) & 0xffffff).isEqualTo(canvas.pixel(x, y));
      }
    }
    assertThat(canvas.pixel(7, 9)).isEqualTo(0x123456);
    assertThat(canvas.pixel(8, 9)).isEqualTo(Canvas.WHITE);
    assertThat(canvas.pixel(0, 29)).isEqualTo(0xff0000);
  }

  @Test
  void hasALetterForAllThatIsWritten() {
    String written =
        "rows: the digit, columns: the answer the worst of mistakes as % . loss in nats"
            + "share of wrong answers epoch 0123456789";
    for (char letter : written.replace(" ", "").toCharArray()) {
      assertThat(Letters.columns(letter)).as("letter %s", letter).isNotEqualTo(new byte[5]);
    }
  }
}
