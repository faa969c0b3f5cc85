package dev.plumbline.agent.job.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {
  @TempDir Path folder;

  private void file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void patternsFindFilesAndFolders() throws Exception {
    file("metrics.json", "{}");
    file("a.png", "a");
    file("deep/b.png", "b");
    file("model/part/0", "0");
    file("model/1", "1");
    file("scratch.tmp", "-");

    Outputs.Found found =
        new Outputs(folder)
            .find(List.of("metrics.json", "model/", "missing*"), List.of("*.png", "none"));

    assertThat(found.files())
        .extracting(Placed::path)
        .containsExactly("a.png", "metrics.json", "model/1", "model/part/0");
    assertThat(found.missing()).containsExactly("missing*");
    assertThat(found.problems()).isEmpty();
    assertThat(new Outputs(folder).find(List.of(), List.of("**.png")).files()).hasSize(2);
  }

  @Test
  void whatIsFoundIsDeliveredUnderItsHash() throws Exception {
    file("a/b", "some text that is longer than a piece");
    MemoryCourier courier = new MemoryCourier();
    Outputs outputs = new Outputs(folder);
    Placed found = outputs.find(List.of("a/b"), List.of()).files().getFirst();

    outputs.deliver(found, courier, bytes -> {});

    assertThat(courier.text(found.content())).isEqualTo("some text that is longer than a piece");
    assertThat(found.content()).isEqualTo(courier.add("some text that is longer than a piece"));
  }

  @Test
  void aLinkIsNotFollowedAnywhere(@TempDir Path elsewhere) throws Exception {
    Files.writeString(elsewhere.resolve("secret"), "hush");
    Files.createSymbolicLink(folder.resolve("file"), elsewhere.resolve("secret"));
    Files.createSymbolicLink(folder.resolve("directory"), elsewhere);

    Outputs.Found found = new Outputs(folder).find(List.of("file", "**"), List.of());

    assertThat(found.files()).isEmpty();
    assertThat(found.missing()).containsExactly("file", "**");
    assertThat(found.problems())
        .extracting(problem -> problem.message())
        .containsExactly(
            "the output directory is a symbolic link, which is not followed",
            "the output file is a symbolic link, which is not followed");
    for (String path : List.of("file", "directory/secret")) {
      assertThatThrownBy(() -> new Tree(folder).open(path)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void aPatternThatIsNoneIsNamed() {
    assertThatThrownBy(() -> new Globs(List.of("[a")))
        .isInstanceOf(Failure.class)
        .hasMessageStartingWith("'[a' is no pattern of files");
  }

  @Test
  void moreThanOneMessageCanTellOfIsRefusedInWords() throws Exception {
    for (int i = 0; i < 3; i++) {
      file("part" + i, "x");
    }
    assertThat(new Outputs(folder, 1_000).find(List.of("part*"), List.of()).files()).hasSize(3);
    assertThatThrownBy(() -> new Outputs(folder, 500).find(List.of("part*"), List.of()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("the job left more outputs than can be told of at once");
  }
}
