package dev.plumbline.inventory;

import dev.plumbline.inventory.document.Aspect;
import dev.plumbline.inventory.merge.Merge;
import dev.plumbline.inventory.merge.Setting;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Merges the settings of one node once more, and notes where each value came from. */
final class Explanation {
  private Explanation() {}

  /**
   * @param secrets values that must not be shown
   */
  static List<Explained> of(NodeReading reading, Collection<String> secrets) {
    List<Explained> explained = new ArrayList<>();
    add(reading, Aspect.CONNECT, reading.connectSettings(), secrets, explained);
    add(reading, Aspect.STATE, reading.stateSettings(), secrets, explained);
    return explained;
  }

  private static void add(
      NodeReading reading,
      Aspect aspect,
      List<Setting> settings,
      Collection<String> secrets,
      List<Explained> explained) {
    Merge merge = new Merge(new Problems());
    merge.of(
        reading.outline().name(),
        aspect.key(),
        settings,
        (path, winner, overridden) -> {
          List<String> full = new ArrayList<>(List.of(aspect.key()));
          full.addAll(path);
          explained.add(
              new Explained(
                  full,
                  text(winner.value(), secrets),
                  source(winner),
                  overridden.stream().map(Explanation::source).toList()));
        });
  }

  private static Explained.Source source(Setting setting) {
    return new Explained.Source(setting.value().origin(), setting.layer().toString());
  }

  private static String text(Value value, Collection<String> secrets) {
    return switch (value) {
      case Value.Scalar scalar -> secrets.contains(scalar.text()) ? "(secret)" : scalar.text();
      case Value.Sequence sequence ->
          sequence.items().stream()
              .map(item -> text(item, secrets))
              .collect(Collectors.joining(", ", "[", "]"));
      case Value.Mapping mapping ->
          mapping.entries().entrySet().stream()
              .map(entry -> entry.getKey() + ": " + text(entry.getValue().value(), secrets))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }
}
