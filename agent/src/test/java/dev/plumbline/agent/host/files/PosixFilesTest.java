package dev.plumbline.agent.host.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.files.FileStatus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PosixFilesTest {
  private static final byte[] CONTENT = "hello\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path temporary;
  private final PosixFiles files = new PosixFiles();
  private Path directory = Path.of("/");
  private String owner = "";
  private String group = "";

  @BeforeEach
  void lookAround() throws Exception {
    directory = temporary.toRealPath();
    FileStatus status = files.status(directory).orElseThrow();
    owner = status.owner();
    group = status.group();
  }

  @ParameterizedTest
  @ValueSource(ints = {0644, 0600, 0755, 0707, 0070, 0000, 01644})
  void writesFileWithItsMode(int mode) throws Exception {
    Path file = directory.resolve("file");

    files.write(file, CONTENT, mode, owner, group);
    files.write(file, CONTENT, mode, owner, group);

    assertThat(files.status(file))
        .contains(new FileStatus(FileStatus.Type.FILE, mode, owner, group, CONTENT.length));
    assertThat(files.list(directory)).containsExactly("file");
  }

  @Test
  void replacesFileAndNotWhatSharesItsContent() throws Exception {
    Path file = Files.write(directory.resolve("file"), CONTENT);
    Path link = Files.createLink(directory.resolve("link"), file);

    files.write(file, new byte[] {1}, 0644, owner, group);

    assertThat(Files.readAllBytes(link)).isEqualTo(CONTENT);
  }

  @Test
  void replacesLinkAndNotWhatItLeadsTo() throws Exception {
    Path target = Files.write(directory.resolve("target"), CONTENT);
    Path link = Files.createSymbolicLink(directory.resolve("link"), target);

    files.write(link, new byte[] {1}, 0644, owner, group);

    assertThat(Files.readAllBytes(target)).isEqualTo(CONTENT);
    assertThat(Files.isSymbolicLink(link)).isFalse();
  }

  @Test
  void leavesNothingBehindWhenItFails() {
    Path file = directory.resolve("file");

    assertThatThrownBy(() -> files.write(file, CONTENT, 0644, "no-such-user", group))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("there is no such user");

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void findsAndTakesAwayWhatDyingAgentLeft() throws Exception {
    Files.write(directory.resolve(".file.plumbline"), CONTENT);

    files.write(directory.resolve("file"), CONTENT, 0644, owner, group);

    assertThat(files.list(directory)).containsExactly("file");
  }

  @Test
  void makesAndRemovesDirectory() throws Exception {
    Path made = directory.resolve("made");

    files.makeDirectory(made, 0750, owner, group);
    assertThat(files.status(made).orElseThrow().mode()).isEqualTo(0750);
    files.setMode(made, 0700);
    assertThat(files.status(made).orElseThrow().mode()).isEqualTo(0700);
    files.remove(made);
    files.remove(made);
    files.remove(made.resolve("below"));

    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void followsNoLinkThatOthersCanMake() throws Exception {
    Path open = Files.createDirectory(directory.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path real = Files.createDirectory(directory.resolve("real"));
    Path link = Files.createSymbolicLink(open.resolve("link"), real);
    Files.write(real.resolve("there"), CONTENT);

    assertThatThrownBy(() -> files.write(link.resolve("file"), CONTENT, 0644, owner, group))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("is not followed");
    assertThatThrownBy(() -> files.setOwner(link.resolve("there"), owner, group))
        .isInstanceOf(Failure.class);
    assertThatThrownBy(() -> files.remove(link.resolve("there"))).isInstanceOf(Failure.class);

    assertThat(files.list(real)).containsExactly("there");
  }

  @Test
  void setsSpecialBits() throws Exception {
    Path made = directory.resolve("made");
    Path file = directory.resolve("file");

    files.makeDirectory(made, 02775, owner, group);
    files.write(file, CONTENT, 04711, owner, group);

    assertThat(files.status(made).orElseThrow().mode()).isEqualTo(02775);
    assertThat(files.status(file).orElseThrow().mode()).isEqualTo(04711);
    files.setMode(made, 0755);
    assertThat(files.status(made).orElseThrow().mode()).isEqualTo(0755);
  }
}
