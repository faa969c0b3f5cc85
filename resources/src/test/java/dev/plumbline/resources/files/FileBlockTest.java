package dev.plumbline.resources.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.contract.Convergence;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.host.accounts.InMemoryAccounts;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.InMemoryFiles;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileBlockTest {
  private static final FileSpec SPEC =
      Specs.of(FileResource.TYPE, "/etc/conf", "{block: limits, content: memory = 1, comment: ;}");

  private final InMemoryFiles files = InMemoryFiles.freshlyInstalled();
  private final Convergence<FileSpec, FileObservation> file =
      new Convergence<>(new FileResource(files, InMemoryAccounts.freshlyInstalled(files)));

  @Test
  void keepsTheRestOfTheFileAndItsAttributes() throws Failure {
    files.file("/etc/conf", "a = b\n".getBytes(StandardCharsets.UTF_8), 0640, "ubuntu", "ubuntu");

    assertThat(file.plan(SPEC)).containsExactly(new Change.Text("content", null, "memory = 1\n"));
    assertThat(file.apply(SPEC)).isEmpty();

    assertThat(files.text("/etc/conf"))
        .isEqualTo("a = b\n; BEGIN plumbline limits\nmemory = 1\n; END plumbline limits\n");
    FileStatus status = files.status(Path.of("/etc/conf")).orElseThrow();
    assertThat(status.mode()).isEqualTo(0640);
    assertThat(status.owner()).isEqualTo("ubuntu");
  }

  @Test
  void makesFileThatIsMissing() throws Failure {
    assertThat(file.apply(SPEC)).isEmpty();

    assertThat(files.status(Path.of("/etc/conf")).orElseThrow().mode()).isEqualTo(0644);
  }

  @Test
  void findsWhatWasEditedInside() throws Failure {
    file.apply(SPEC);
    files.file("/etc/conf", files.text("/etc/conf").replace("1", "2"));

    assertThat(file.plan(SPEC))
        .containsExactly(new Change.Text("content", "memory = 2\n", "memory = 1\n"));
  }

  @Test
  void doesNotMindWhatIsOutside() throws Failure {
    file.apply(SPEC);
    files.file("/etc/conf", "more\n" + files.text("/etc/conf") + "and more\n");

    assertThat(file.plan(SPEC)).isEmpty();
  }

  @Test
  void goesWithItsEntryAndLeavesTheFile() throws Failure {
    files.file("/etc/conf", "a = b");
    file.apply(SPEC);

    FileSpec withdrawn = SPEC.withdrawn().orElseThrow();

    assertThat(file.plan(withdrawn))
        .containsExactly(new Change.Text("content", "memory = 1\n", null));
    assertThat(file.apply(withdrawn)).isEmpty();
    assertThat(files.text("/etc/conf")).isEqualTo("a = b\n");
    assertThat(file.plan(withdrawn)).isEmpty();
  }

  @Test
  void staysWithoutTraceWhereTheFileIsGone() throws Failure {
    assertThat(file.apply(SPEC.withdrawn().orElseThrow())).isEmpty();
    assertThat(files.changes()).isEmpty();
  }

  @Test
  void wholeFileStaysWhenItsEntryGoes() {
    assertThat(Specs.of(FileResource.TYPE, "/etc/conf", "whole").withdrawn()).isEmpty();
  }

  @Test
  void refusesBrokenMarkers() {
    files.file("/etc/conf", "; BEGIN plumbline limits\n");

    assertThatThrownBy(() -> file.plan(SPEC))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("on no line");
  }
}
