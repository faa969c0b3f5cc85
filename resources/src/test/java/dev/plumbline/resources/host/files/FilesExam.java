package dev.plumbline.resources.host.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What every file system behind the port must do. */
public abstract class FilesExam {
  private static final byte[] CONTENT = "hello\n".getBytes(StandardCharsets.UTF_8);

  protected abstract Files files();

  /** An empty directory. */
  protected abstract Path directory();

  /** A user that may own files there. */
  protected abstract String owner();

  protected abstract String group();

  @Test
  void whereNothingIsNothingIsFound() throws Failure {
    Path nothing = directory().resolve("nothing");
    assertThat(files().status(nothing)).isEmpty();
    assertThat(files().read(nothing)).isEmpty();
    assertThat(files().list(nothing)).isEmpty();
  }

  @Test
  void whatIsWrittenCanBeReadAndSeen() throws Failure {
    Path file = directory().resolve("file");
    files().write(file, CONTENT, 0640, owner(), group());
    assertThat(files().read(file)).hasValue(CONTENT);
    assertThat(files().status(file))
        .contains(new FileStatus(FileStatus.Type.FILE, 0640, owner(), group(), CONTENT.length));
  }

  @Test
  void writingAgainReplacesContentAndMode() throws Failure {
    Path file = directory().resolve("file");
    files().write(file, CONTENT, 0640, owner(), group());
    files().write(file, new byte[0], 0600, owner(), group());
    assertThat(files().read(file)).hasValue(new byte[0]);
    assertThat(files().status(file))
        .contains(new FileStatus(FileStatus.Type.FILE, 0600, owner(), group(), 0));
  }

  @Test
  void aFileNeedsItsDirectory() {
    Path orphan = directory().resolve("no").resolve("file");
    assertThatThrownBy(() -> files().write(orphan, CONTENT, 0644, owner(), group()))
        .isInstanceOf(Failure.class);
  }

  @Test
  void directoriesAreMadeListedAndRemoved() throws Failure {
    Path made = directory().resolve("made");
    files().makeDirectory(made, 0750, owner(), group());
    assertThat(files().status(made).orElseThrow().type()).isEqualTo(FileStatus.Type.DIRECTORY);
    assertThat(files().status(made).orElseThrow().mode()).isEqualTo(0750);
    files().write(made.resolve("b"), CONTENT, 0644, owner(), group());
    files().write(made.resolve("a"), CONTENT, 0644, owner(), group());
    assertThat(files().list(made)).containsExactly("a", "b");
    assertThatThrownBy(() -> files().remove(made)).isInstanceOf(Failure.class);
    files().remove(made.resolve("a"));
    files().remove(made.resolve("b"));
    files().remove(made);
    assertThat(files().status(made)).isEmpty();
  }

  @Test
  void removingNothingIsFine() throws Failure {
    files().remove(directory().resolve("nothing"));
  }

  @Test
  void aDirectoryIsNotReadAsAFile() throws Failure {
    Path made = directory().resolve("made");
    files().makeDirectory(made, 0755, owner(), group());
    assertThatThrownBy(() -> files().read(made)).isInstanceOf(Failure.class);
  }

  @Test
  void modesChangeWithAllTheirBits() throws Failure {
    Path file = directory().resolve("file");
    files().write(file, CONTENT, 0644, owner(), group());
    files().setOwner(file, owner(), group());
    files().setMode(file, 04711);
    assertThat(files().status(file).orElseThrow().mode()).isEqualTo(04711);
    assertThat(files().read(file)).hasValue(CONTENT);
  }
}
