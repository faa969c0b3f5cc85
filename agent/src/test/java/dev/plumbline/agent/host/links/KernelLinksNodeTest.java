package dev.plumbline.agent.host.links;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.host.links.Links;
import dev.plumbline.resources.host.links.LinksExam;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Tag;

@Tag("node")
class KernelLinksNodeTest extends LinksExam {
  private final Links links = new KernelLinks();

  @Override
  protected Links links() {
    return links;
  }

  @Override
  protected void run(String line) {
    try {
      Process shell = new ProcessBuilder("sh", "-c", line).inheritIO().start();
      assertThat(shell.waitFor()).as(line).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
