package dev.plumbline.resources.files;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.host.files.FileStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What differs at a path. */
final class FileDiff {
  static final String STATE = "state";
  static final String CONTENT = "content";

  private FileDiff() {}

  static List<Change> of(FileSpec spec, FileObservation observed) {
    if (spec.state() != FileState.ABSENT) {
      return present(spec, observed);
    }
    if (spec.block().isPresent()) {
      return observed.content().map(there -> List.of(content(there, null))).orElse(List.of());
    }
    return observed
        .attributes()
        .map(there -> List.of(Change.of(STATE, word(there.type()), null)))
        .orElse(List.of());
  }

  private static List<Change> present(FileSpec spec, FileObservation observed) {
    List<Change> changes = new ArrayList<>();
    Optional<FileObservation.Attributes> there = observed.attributes();
    if (there.isEmpty()) {
      changes.add(Change.of(STATE, null, spec.state().word()));
    }
    boolean isNewOrWhole = there.isEmpty() || spec.block().isEmpty();
    attribute(
        changes,
        "owner",
        there.map(FileObservation.Attributes::owner),
        isNewOrWhole ? Optional.of(spec.newOwner()) : spec.owner());
    attribute(
        changes,
        "group",
        there.map(FileObservation.Attributes::group),
        isNewOrWhole ? Optional.of(spec.newGroup()) : spec.group());
    attribute(
        changes,
        "mode",
        there.map(FileObservation.Attributes::mode),
        isNewOrWhole ? Optional.of(spec.newMode()) : spec.mode());
    spec.wanted()
        .filter(wanted ->
            !observed
                .content()
                .flatMap(FileObservation.Content::digest)
                .equals(Optional.of(wanted.digest())))
        .ifPresent(wanted -> changes.add(content(observed.content().orElse(null), wanted)));
    return changes;
  }

  private static <T> void attribute(
      List<Change> changes, String name, Optional<T> from, Optional<T> to) {
    if (to.isPresent() && !from.equals(to)) {
      changes.add(Change.of(name, from.orElse(null), to.get()));
    }
  }

  private static Change content(
      FileObservation.@Nullable Content from, FileContent.@Nullable Wanted to) {
    if (to != null && to.sensitive()) {
      return new Change.Hidden(CONTENT);
    }
    Optional<String> shownFrom = from == null ? Optional.empty() : from.text();
    Optional<String> shownTo = to == null ? Optional.empty() : to.text();
    return (from == null || shownFrom.isPresent()) && (to == null || shownTo.isPresent())
        ? new Change.Text(CONTENT, shownFrom.orElse(null), shownTo.orElse(null))
        : Change.of(
            CONTENT, from == null ? null : from.summary(), to == null ? null : to.summary());
  }

  private static String word(FileStatus.Type type) {
    return switch (type) {
      case FILE -> "file";
      case DIRECTORY -> "directory";
      case SYMLINK -> "symbolic link";
      case OTHER -> "special file";
    };
  }
}
