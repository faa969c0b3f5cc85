package dev.plumbline.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.jobs.mnist.drawn.DrawDigits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigitsTest {
  @TempDir Path cache;
  private final List<String> told = new ArrayList<>();

  private Path find(Home home) throws URISyntaxException {
    Path jar =
        Path.of(DrawDigits.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return Digits.find(jar, new Sources(Optional.empty(), new Cache(cache), home, told::add));
  }

  @Test
  void areDrawnWhereMnistCannotBeHad() throws Exception {
    Path found =
        find(name -> {
          throw new IOException("no answer");
        });

    assertThat(found).isEqualTo(cache.resolve("drawn-digits"));
    assertThat(found.resolve("ORIGIN.txt")).exists();
    assertThat(told).last().asString().contains("no answer", "drawn by a program");
  }

  @Test
  void areNotMnistUnlessTheirChecksumSaysSo() throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(new byte[] {0, 0, 8, 3});
    }

    assertThat(find(name -> packed.toByteArray())).isEqualTo(cache.resolve("drawn-digits"));
    assertThat(told).last().asString().contains("is not the one of MNIST");
    assertThat(cache.resolve("mnist")).doesNotExist();
  }

  @Test
  void areThoseOfAnEarlierTime() throws Exception {
    Path kept = Files.createDirectory(cache.resolve("mnist"));

    assertThat(
            find(name -> {
              throw new AssertionError("asked for " + name);
            }))
        .isEqualTo(kept);
  }

  @Test
  void areThoseThatTheUserHas() throws Exception {
    Path given = Files.createDirectory(cache.resolve("mnist"));

    assertThat(Digits.find(cache, Map.of("PLUMBLINE_DATA", cache.toString()), told::add))
        .isEqualTo(given);
    assertThat(told).isEmpty();
  }
}
