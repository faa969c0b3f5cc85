package dev.plumbline.agent.engine;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.ExportKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How outcomes name changes and exports in one line. */
final class Text {
  private static final int LONGEST = 80;

  private Text() {}

  /** For example {@code mode 0644 → 0600, content}. */
  static String of(List<Change> changes) {
    return changes.stream().map(Text::of).collect(Collectors.joining(", "));
  }

  /** For example {@code public_key of ssh_key[mpihpc] on worker1}. */
  static String of(Set<ExportKey> exports) {
    return exports.stream().map(ExportKey::toString).sorted().collect(Collectors.joining(", "));
  }

  private static String of(Change change) {
    return switch (change) {
      case Change.Certain certain ->
          certain.attribute() + " " + side(certain.from()) + " → " + side(certain.to());
      case Change.Text _, Change.KnownAfterApply _, Change.Hidden _ -> change.attribute();
    };
  }

  private static String side(@Nullable String value) {
    if (value == null) {
      return "absent";
    }
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
  }
}
