package dev.plumbline.controller.cli.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.controller.client.job.Content;
import dev.plumbline.inventory.job.LocalFile;
import dev.plumbline.resources.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {
  @TempDir Path directory;
  private final KeptContents kept = new KeptContents();
  private final Upload upload = new Upload(Progress.NONE);

  @Test
  void everyFileArrivesOnceWhateverItsSize() throws IOException {
    List<LocalFile> files =
        List.of(
            file("empty", 0), file("one", 1), file("mebi", 1 << 20), file("more", (3 << 20) + 7));
    upload.add(files);

    assertThat(upload.send(kept)).isEqualTo((4L << 20) + 8);
    for (LocalFile file : files) {
      byte[] bytes = Files.readAllBytes(file.file());
      assertThat(upload.of(file)).isEqualTo(new Content(Secret.digestOf(bytes), bytes.length));
      assertThat(kept.contents.get(upload.of(file).hash())).isEqualTo(bytes);
    }

    Upload again = new Upload(Progress.NONE);
    again.add(files);
    assertThat(again.send(kept)).isZero();
  }

  @Test
  void whatIsThereAlreadyIsNotSentAgain() throws IOException {
    LocalFile file = file("half", (2 << 20) + 5);
    upload.add(List.of(file));
    byte[] bytes = Files.readAllBytes(file.file());
    kept.hasBegun(upload.of(file).hash(), Arrays.copyOf(bytes, (1 << 20) + 3));

    assertThat(upload.send(kept)).isEqualTo((1 << 20) + 2);
    assertThat(kept.contents.get(upload.of(file).hash())).isEqualTo(bytes);
  }

  @Test
  void smallFilesTravelTogether() throws IOException {
    List<LocalFile> files = new ArrayList<>();
    for (int size = 1; size <= 600; size++) {
      files.add(file("file" + size, size));
    }
    upload.add(files);

    assertThat(upload.send(kept)).isEqualTo(300L * 601);
    assertThat(kept.contents).hasSize(600);
    assertThat(kept.puts).isEqualTo(1);
  }

  @Test
  void whatCameWholeButWasNotFinishedIsFinished() throws IOException {
    LocalFile file = file("all", 100);
    upload.add(List.of(file));
    byte[] bytes = Files.readAllBytes(file.file());
    kept.hasBegun(upload.of(file).hash(), bytes);

    assertThat(upload.send(kept)).isZero();
    assertThat(kept.contents.get(upload.of(file).hash())).isEqualTo(bytes);
  }

  @Test
  void aFileThatShrankSinceItWasListedIsOneError() throws IOException {
    LocalFile file = file("shrinks", 100);
    Files.writeString(file.file(), "short");

    assertThatThrownBy(() -> upload.add(List.of(file)))
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("shrinks changed while it was being sent");
  }

  @Test
  void aFileThatChangesBetweenHashAndSendingIsOneError() throws IOException {
    LocalFile file = file("changes", 3 << 20);
    upload.add(List.of(file));
    byte[] bytes = Files.readAllBytes(file.file());
    bytes[bytes.length - 1]++;
    Files.write(file.file(), bytes);

    assertThatThrownBy(() -> upload.send(kept))
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("changes changed while it was being sent");
    assertThat(kept.contents).isEmpty();
  }

  @Test
  void aFileThatGoesAwayOrIsTouchedMeanwhileIsAnErrorThoughItWasSent() throws IOException {
    LocalFile first = file("first", 10);
    LocalFile second = file("second", 20);
    LocalFile third = file("third", 30);
    upload.add(List.of(first, second, third));
    kept.onPut =
        () -> {
          if (kept.contents.size() == 2) {
            try {
              Files.deleteIfExists(first.file());
              Files.setLastModifiedTime(second.file(), FileTime.fromMillis(1));
            } catch (IOException e) {
              throw new java.io.UncheckedIOException(e);
            }
          }
        };

    assertThatThrownBy(() -> upload.send(kept))
        .isInstanceOfSatisfying(
            ContentException.class, wrong -> assertThat(wrong.lines()).hasSize(2));
  }

  @Test
  void allFilesThatCannotBeReadAreToldAtOnce() throws IOException {
    LocalFile one = file("one", 10);
    LocalFile two = file("two", 10);
    Files.delete(one.file());
    Files.delete(two.file());

    assertThatThrownBy(() -> upload.add(List.of(one, two)))
        .isInstanceOfSatisfying(
            ContentException.class, wrong -> assertThat(wrong.lines()).hasSize(2));
  }

  private LocalFile file(String name, int size) throws IOException {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    Path file = Files.write(directory.resolve(name), bytes);
    return new LocalFile(name, file, size, Files.getLastModifiedTime(file), false);
  }
}
