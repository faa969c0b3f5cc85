package dev.plumbline.resources.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.codec.JsonReader;
import dev.plumbline.resources.contract.Convergence;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.host.accounts.InMemoryAccounts;
import dev.plumbline.resources.host.files.InMemoryFiles;
import dev.plumbline.resources.value.Problems;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SensitiveFileTest {
  private static final String SECRET = "correct horse";

  private final InMemoryFiles files = InMemoryFiles.freshlyInstalled();
  private final FileResource resource =
      new FileResource(files, InMemoryAccounts.freshlyInstalled(files));
  private final Convergence<FileSpec, FileObservation> file = new Convergence<>(resource);

  /** The spec as an agent has it that kept its catalog: without the secret itself. */
  private static FileSpec kept(FileSpec spec) {
    return FileResource.TYPE
        .codec()
        .decode(
            spec.path(),
            JsonReader.read(FileResource.TYPE.codec().encode(spec).json(), "kept"),
            new Problems())
        .orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{content: correct horse, sensitive: true}",
        "{secret: correct horse}",
        "{secret: correct horse, block: key}",
        "{secret: \"Y29ycmVjdCBo\\nb3JzZQ==\", encoding: base64}"
      })
  void isNeverShown(String yaml) throws Failure {
    FileSpec spec = Specs.of(FileResource.TYPE, "/etc/key", yaml);

    assertThat(file.plan(spec)).contains(new Change.Hidden("content"));
    assertThat(file.apply(spec)).isEmpty();
    assertThat(files.text("/etc/key")).contains(SECRET);
    assertThat(files.status(Path.of("/etc/key")).orElseThrow().mode()).isEqualTo(0600);

    assertThat(resource.observe(spec).toString()).doesNotContain(SECRET);
    assertThat(spec.toString()).doesNotContain(SECRET);
    assertThat(FileResource.TYPE.codec().encode(spec).json())
        .doesNotContain(SECRET)
        .doesNotContain("Y29ycmVjdCBo");
    assertThat(file.plan(kept(spec))).isEmpty();

    files.file("/etc/key", "other".getBytes(StandardCharsets.UTF_8), 0600, "root", "root");
    assertThat(file.plan(spec)).containsExactly(new Change.Hidden("content"));
    assertThat(file.plan(kept(spec))).containsExactly(new Change.Hidden("content"));
  }

  @Test
  void cannotBeWrittenWhereOnlyTheDigestIsAtHand() {
    FileSpec spec = Specs.of(FileResource.TYPE, "/etc/key", "{secret: x}");

    assertThatThrownBy(() -> file.apply(kept(spec)))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("not at hand");
  }
}
