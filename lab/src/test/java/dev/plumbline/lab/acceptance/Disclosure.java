package dev.plumbline.lab.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.node.LabNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Looks for the values of secrets in all that is kept and printed. */
final class Disclosure {
  private Disclosure() {}

  /** The values are in no output, not in the controller's state, and with no agent. */
  static void assertNone(RealCluster cluster, List<String> secrets) {
    String printed =
        cluster.plumb().run("plan", "--verbose").out()
            + cluster.plumb().run("apply", "--output", "json").out()
            + cluster.plumb().run("history", "--output", "json").out()
            + cluster.plumb().run("status", "--output", "json").out();
    for (String secret : secrets) {
      assertThat(secret).isNotBlank();
      assertThat(printed).doesNotContain(secret);
      for (Path file : files(cluster.plumb().state())) {
        assertThat(text(file)).as(file.toString()).doesNotContain(secret);
      }
      for (LabNode node : cluster.nodes()) {
        String quoted = "'" + secret.replace("'", "'\\''") + "'";
        assertThat(
                node.exec(
                        "grep -rlF -- "
                            + quoted
                            + " /var/lib/plumbline /opt/plumbline /run/plumbline*;"
                            + " journalctl -u plumbline-agent | grep -F -- "
                            + quoted)
                    .out())
            .as(node.name())
            .isEmpty();
      }
    }
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
