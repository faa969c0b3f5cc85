package dev.plumbline.resources.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.InvalidSpecException;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.contract.Specs;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FileSpecTest {
  @Test
  void refusesContentThatIsTooLong() {
    String content = "x".repeat(FileContent.MAX_BYTES + 1);

    assertThatThrownBy(() ->
            new FileSpec(
                "/srv/x",
                FileState.FILE,
                Optional.of(content),
                Optional.empty(),
                Encoding.TEXT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "#",
                false,
                Optional.empty()))
        .isInstanceOfSatisfying(
            InvalidSpecException.class,
            invalid ->
                assertThat(invalid.violations())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.id()).isEqualTo("file-too-long")));
  }

  @Test
  void takesTextAndOtherBytesFromSource() {
    FileSpec spec = Specs.of(FileResource.TYPE, "/srv/x", "{source: x, mode: \"0600\"}");
    Checks checks = new Checks();

    assertThat(spec.sources()).isEqualTo(Map.of("source", "x"));
    FileSpec text = spec.inline(Map.of("source", "hallö".getBytes(StandardCharsets.UTF_8)), checks);
    FileSpec bytes = spec.inline(Map.of("source", new byte[] {(byte) 0xff, 0}), checks);

    assertThat(checks.violations()).isEmpty();
    assertThat(text.content()).contains("hallö");
    assertThat(text.sources()).isEmpty();
    assertThat(bytes.content()).contains("/wA=");
    assertThat(bytes.encoding()).isEqualTo(Encoding.BASE64);
    assertThat(bytes.mode()).isEqualTo(spec.mode());
  }

  @Test
  void keepsSensitiveSourceSecret() {
    FileSpec spec = Specs.of(FileResource.TYPE, "/srv/x", "{source: x, sensitive: true}");

    FileSpec inlined =
        spec.inline(Map.of("source", "key".getBytes(StandardCharsets.UTF_8)), new Checks());

    assertThat(inlined.content()).isEmpty();
    assertThat(inlined.secret()).contains(Secret.of("key"));
  }

  @Test
  void refusesSourceThatDoesNotFit() {
    Checks checks = new Checks();
    byte[] bytes = {(byte) 0xff};

    Specs.of(FileResource.TYPE, "/srv/x", "{source: x, block: b}")
        .inline(Map.of("source", bytes), checks);
    Specs.of(FileResource.TYPE, "/srv/x", "{source: x}")
        .inline(Map.of("source", new byte[FileContent.MAX_BYTES + 1]), checks);

    assertThat(checks.violations())
        .extracting(Checks.Violation::id)
        .containsExactly("file-source-not-text", "file-too-long");
  }

  @Test
  void comesAfterOwnerGroupAndTheDirectoriesAboveIt() {
    FileSpec spec =
        Specs.of(FileResource.TYPE, "/srv/a/b", "{content: x, owner: ann, group: staff}");

    assertThat(spec.requires(Set.of()))
        .contains(
            new ResourceId("user", "ann"),
            new ResourceId("group", "staff"),
            new ResourceId("file", "/srv/a"),
            new ResourceId("file", "/srv"));
  }

  @Test
  void goesAfterWhatIsBelowIt() {
    ResourceId below = new ResourceId("file", "/srv/a/b");
    ResourceId beside = new ResourceId("file", "/srv/ab");

    assertThat(
            Specs.of(FileResource.TYPE, "/srv/a", "{state: absent}")
                .requires(Set.of(below, beside)))
        .containsExactly(below);
  }
}
