package dev.plumbline.agent.host.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.packages.DpkgPackage.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DpkgFilesTest {
  @TempDir Path root;

  private Path status;
  private DpkgFiles files;

  @BeforeEach
  void makeNode() throws IOException {
    status = root.resolve("var/lib/dpkg/status");
    Files.createDirectories(root.resolve("var/lib/dpkg/updates"));
    Files.createDirectories(root.resolve("var/lib/apt"));
    Files.writeString(status, Captured.text("status"));
    Files.writeString(
        root.resolve("var/lib/apt/extended_states"), Captured.text("extended_states"));
    files = new DpkgFiles(root);
  }

  @Test
  void readsOnceWhileNothingChanges() throws Failure {
    assertThat(files.database()).isSameAs(files.database());
    assertThat(files.database().find("sl")).isEmpty();
    assertThat(files.interrupted()).isFalse();
  }

  @Test
  void seesARawWriteOfTheSameSizeInTheSameSecond() throws Exception {
    assertThat(files.database().find("cowsay")).isPresent();
    FileTime then = Files.getLastModifiedTime(status);
    Path other = root.resolve("var/lib/dpkg/status-new");
    Files.writeString(other, Captured.text("status").replace("cowsay", "cowsee"));
    Files.setLastModifiedTime(other, then);
    Files.move(other, status, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertThat(files.database().find("cowsay")).isEmpty();
  }

  @Test
  void seesWhatDpkgHasNotPutIntoTheStatusYet() throws Exception {
    assertThat(files.whole(root)).isEmpty();
    Files.writeString(root.resolve("var/lib/dpkg/updates/0073"), Captured.text("updates/0073"));
    Files.writeString(root.resolve("var/lib/dpkg/updates/tmp.i"), "Package: torn");
    assertThat(files.interrupted()).isTrue();
    assertThat(files.database().find("gcc-12").orElseThrow().state())
        .isEqualTo(State.HALF_INSTALLED);
    assertThat(files.whole(root).map(DpkgFilesTest::text).orElseThrow())
        .contains("Package: gcc-12\nStatus: install reinstreq half-installed\n")
        .endsWith("\n\n");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aNodeWithoutDpkgIsNoNodeWithoutPackages() throws IOException {
    Files.delete(status);
    assertThatThrownBy(files::database)
        .isInstanceOf(Failure.class)
        .hasMessageContaining("has no dpkg");
  }

  @Test
  void aDamagedStatusIsAFailure() throws IOException {
    Files.writeString(status, "Package: dpkg\nStatus: nonsense\nArchitecture: amd64\n");
    assertThatThrownBy(files::database)
        .isInstanceOf(Failure.class)
        .hasMessageContaining("package dpkg has the status 'nonsense'");
  }
}
