package dev.plumbline.resources.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.contract.Convergence;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.host.accounts.InMemoryAccounts;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.InMemoryFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileResourceTest {
  private final InMemoryFiles files = InMemoryFiles.freshlyInstalled();
  private final Convergence<FileSpec, FileObservation> file =
      new Convergence<>(new FileResource(files, InMemoryAccounts.freshlyInstalled(files)));

  private static FileSpec spec(String path, String yaml) {
    return Specs.of(FileResource.TYPE, path, yaml);
  }

  private FileStatus status(String path) {
    return files.status(Path.of(path)).orElseThrow();
  }

  @Test
  void makesFileWithItsAttributes() throws Failure {
    FileSpec spec = spec("/etc/motd", "{content: \"hello\\n\", owner: ubuntu, mode: \"0640\"}");

    assertThat(file.plan(spec))
        .containsExactly(
            Change.of("state", null, "file"),
            Change.of("owner", null, "ubuntu"),
            Change.of("group", null, "root"),
            Change.of("mode", null, "0640"),
            new Change.Text("content", null, "hello\n"));
    assertThat(file.apply(spec)).isEmpty();

    assertThat(files.text("/etc/motd")).isEqualTo("hello\n");
    assertThat(status("/etc/motd"))
        .isEqualTo(new FileStatus(FileStatus.Type.FILE, 0640, "ubuntu", "root", 6));
    assertThat(files.changes()).containsExactly("write /etc/motd");
  }

  @Test
  void changesOnlyTheAttributesThatDiffer() throws Failure {
    files.file("/etc/motd", "hello".getBytes(StandardCharsets.UTF_8), 0600, "root", "root");

    assertThat(file.apply(spec("/etc/motd", "hello"))).isEmpty();

    assertThat(files.changes()).containsExactly("setMode /etc/motd 0644");
  }

  @Test
  void putsSpecialBitsBackAfterTheOwner() throws Failure {
    files.file("/srv/tool", "x".getBytes(StandardCharsets.UTF_8), 04755, "ubuntu", "root");

    assertThat(file.apply(spec("/srv/tool", "{content: x, mode: \"4755\"}"))).isEmpty();

    assertThat(status("/srv/tool").mode()).isEqualTo(04755);
  }

  @Test
  void comparesNumbersWithNumbers() throws Failure {
    files.file("/srv/a", "x".getBytes(StandardCharsets.UTF_8), 0644, "ubuntu", "sudo");
    files.file("/srv/b", "x".getBytes(StandardCharsets.UTF_8), 0644, "4711", "4711");

    assertThat(file.plan(spec("/srv/a", "{content: x, owner: 1000, group: 27}"))).isEmpty();
    assertThat(file.plan(spec("/srv/b", "{content: x, owner: 4711, group: 4711}"))).isEmpty();
    assertThat(file.plan(spec("/srv/a", "{content: x, owner: 0, group: 27}")))
        .containsExactly(Change.of("owner", "1000", "0"));
  }

  @Test
  void leavesContentAloneThatNobodyGave() throws Failure {
    files.file("/etc/conf", "theirs");

    assertThat(file.apply(spec("/etc/conf", "{mode: \"0600\"}"))).isEmpty();
    assertThat(file.apply(spec("/etc/new", "{}"))).isEmpty();

    assertThat(files.text("/etc/conf")).isEqualTo("theirs");
    assertThat(files.text("/etc/new")).isEmpty();
  }

  @Test
  void writesBytesThatAreNotText() throws Failure {
    FileSpec spec = spec("/srv/logo", "{content: \"/wA=\", encoding: base64}");

    assertThat(file.plan(spec))
        .contains(
            Change.of(
                "content",
                null,
                "2 bytes, SHA-256 ea5dbf9596d187e9500f23e9a680109475341cf4e81f7e043f7d97152c10772f"));
    assertThat(file.apply(spec)).isEmpty();

    assertThat(files.read(Path.of("/srv/logo")).orElseThrow()).containsExactly(0xff, 0);
  }

  @Test
  void showsLongContentByItsDigest() throws Failure {
    files.file("/srv/long", "x".repeat(FileContent.MAX_SHOWN_BYTES + 1));

    assertThat(file.plan(spec("/srv/long", "short")))
        .singleElement()
        .isInstanceOfSatisfying(
            Change.Certain.class, change -> assertThat(change.from()).startsWith("65537 bytes"));
  }

  @Test
  void doesNotReadFileThatIsTooLongToAgree() throws Failure {
    files.file("/srv/huge", "x".repeat(FileContent.MAX_BYTES + 1));

    assertThat(file.plan(spec("/srv/huge", "short")))
        .containsExactly(
            Change.of(
                "content", "1048577 bytes", "5 bytes, SHA-256 " + Secret.of("short").digest()));
    assertThat(file.apply(spec("/srv/huge", "short"))).isEmpty();
  }

  @Test
  void makesDirectory() throws Failure {
    FileSpec spec = spec("/srv/results", "{state: directory, group: ubuntu, mode: \"2775\"}");

    assertThat(file.apply(spec)).isEmpty();

    assertThat(status("/srv/results").type()).isEqualTo(FileStatus.Type.DIRECTORY);
    assertThat(status("/srv/results").mode()).isEqualTo(02775);
  }

  @Test
  void removesFileLinkAndEmptyDirectory() throws Failure {
    files.file("/etc/old", "x").symlink("/etc/link").directory("/etc/empty");

    for (String path : new String[] {"/etc/old", "/etc/link", "/etc/empty", "/etc/never"}) {
      assertThat(file.apply(spec(path, "{state: absent}"))).isEmpty();
    }

    assertThat(files.list(Path.of("/etc"))).containsExactly("hosts", "ssh", "sudoers.d");
  }

  @Test
  void neverRemovesDirectoryThatHoldsSomething() {
    assertThatThrownBy(() -> file.apply(spec("/home", "{state: absent}")))
        .isInstanceOf(Failure.class)
        .hasMessage("/home is not empty: it holds ubuntu");
  }

  @Test
  void refusesToReplaceOneTypeByAnother() {
    files.symlink("/etc/link").other("/etc/null");

    assertThatThrownBy(() -> file.plan(spec("/etc", "x"))).hasMessageContaining("is a directory");
    assertThatThrownBy(() -> file.plan(spec("/etc/hosts", "{state: directory}")))
        .hasMessageContaining("is a file where the inventory wants a directory");
    assertThatThrownBy(() -> file.plan(spec("/etc/link", "x")))
        .hasMessageContaining("is a symbolic link");
    assertThatThrownBy(() -> file.plan(spec("/etc/null", "{state: absent}")))
        .hasMessageContaining("is a device");
    assertThat(files.changes()).isEmpty();
  }

  @Test
  void saysWhichDirectoryIsMissing() {
    assertThatThrownBy(() -> file.apply(spec("/opt/x/y", "z")))
        .hasMessage("/opt/x/y cannot be made: there is no directory /opt/x");
  }
}
