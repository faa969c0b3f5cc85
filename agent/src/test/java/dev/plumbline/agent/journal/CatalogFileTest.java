package dev.plumbline.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.agent.engine.Owed;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogFileTest {
  @TempDir Path directory;

  private static LastApplied applied(long revision) {
    EncodedCatalog.Entry entry =
        new EncodedCatalog.Entry("hostname", "", 1, "{\"name\":\"n1\"}", List.of());
    return new LastApplied(
        new Assignment(
            new EncodedCatalog("n1", List.of(entry), "c0ffee", Map.of("digest", "s3cret")),
            1,
            revision),
        List.of(entry),
        new Owed(Map.of(ResourceId.parse("service[ssh]"), Set.of(ResourceId.parse("file[/a]")))));
  }

  private Path file() {
    return directory.resolve("catalog");
  }

  @Test
  void isThereAgainAfterARestartWithoutSecrets() throws Failure, IOException {
    CatalogFile.open(file()).replace(applied(2));
    LastApplied read = CatalogFile.open(file()).current().orElseThrow();
    assertThat(read.assignment().catalog().entries())
        .isEqualTo(applied(2).assignment().catalog().entries());
    assertThat(read.assignment().catalog().hash()).isEqualTo("c0ffee");
    assertThat(read.assignment().catalog().secrets()).isEmpty();
    assertThat(read.toWithdraw()).isEqualTo(applied(2).toWithdraw());
    assertThat(read.owed()).isEqualTo(applied(2).owed());
    assertThat(Files.readString(file())).doesNotContain("s3cret");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
  }

  @Test
  void theSameIsNotWrittenAgain() throws Failure, IOException {
    CatalogFile catalog = CatalogFile.open(file());
    catalog.replace(applied(2));
    FileTime old = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(file(), old);
    catalog.replace(applied(2));
    assertThat(Files.getLastModifiedTime(file())).isEqualTo(old);
    catalog.replace(applied(3));
    assertThat(Files.getLastModifiedTime(file())).isNotEqualTo(old);
  }

  @Test
  void nothingIsThereAtFirst() throws Failure {
    assertThat(CatalogFile.open(file()).current()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNotTakenForNothing() throws IOException {
    Files.writeString(file(), "{}");
    assertThatThrownBy(() -> CatalogFile.open(file()))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("cannot be read");
  }
}
