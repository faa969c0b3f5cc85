package dev.plumbline.resources.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.InvalidSpecException;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.contract.Specs;
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
