package dev.plumbline.controller.cli.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.controller.client.job.Content;
import dev.plumbline.controller.client.job.PlacedFile;
import dev.plumbline.resources.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DownloadTest {
  @TempDir Path directory;
  private final KeptContents kept = new KeptContents();
  private Path folder;
  private Download download;

  @BeforeEach
  void makeDownload() {
    folder = directory.resolve("out");
    download = new Download(kept, folder, Progress.NONE);
  }

  @Test
  void filesAppearWholeAndReplaceOthers() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("a"), "old");

    List<Download.Fetched> fetched = download.fetch(List.of(kept("a", "new"), kept("b/c", "c")));

    assertThat(fetched).extracting(Download.Fetched::fetched).containsExactly(true, true);
    assertThat(folder.resolve("a")).hasContent("new");
    assertThat(folder.resolve("b/c")).hasContent("c");
    assertThat(everything()).containsExactlyInAnyOrder("a", "b", "b/c");
    assertThat(download.fetch(List.of(kept("a", "new"))))
        .extracting(Download.Fetched::fetched)
        .containsExactly(false);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x", "/etc/x", "a/../../x", "", "a//b", "./a", "a\0b"})
  void nothingIsWrittenOutside(String path) throws IOException {
    assertThatThrownBy(() -> download.fetch(List.of(kept("fine", "1"), kept(path, "x"))))
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("outside of");
    assertThat(folder).doesNotExist();
  }

  @Test
  void aLinkAmongTheFoldersIsNotFollowed() throws IOException {
    Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve("sub"), elsewhere);

    assertThatThrownBy(() -> download.fetch(List.of(kept("sub/x", "x"))))
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("is a link");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void aLinkInPlaceOfAFileIsReplacedAndNotWrittenThrough() throws IOException {
    Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "untouched");
    Files.createDirectories(folder);
    Files.createSymbolicLink(folder.resolve("x"), elsewhere);

    var _ = download.fetch(List.of(kept("x", "new")));

    assertThat(elsewhere).hasContent("untouched");
    assertThat(folder.resolve("x")).isRegularFile().hasContent("new");
  }

  @Test
  void whatArrivesOtherwiseThanItWasSentDoesNotAppear() throws IOException {
    PlacedFile file = kept("a", "right");
    kept.contents.put(file.content().hash(), "wrong".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> download.fetch(List.of(file)))
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("did not arrive as it was sent");
    assertThat(everything()).isEmpty();
  }

  private List<String> everything() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> !path.equals(folder))
          .map(path -> folder.relativize(path).toString())
          .toList();
    }
  }

  private PlacedFile kept(String path, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String hash = Secret.digestOf(bytes);
    kept.contents.put(hash, bytes);
    return new PlacedFile(path, new Content(hash, bytes.length), false);
  }
}
