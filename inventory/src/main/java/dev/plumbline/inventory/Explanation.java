package dev.plumbline.inventory;

import dev.plumbline.inventory.document.Aspect;
import dev.plumbline.inventory.merge.Merge;
import dev.plumbline.inventory.merge.Setting;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Merges the settings of one node once more, and notes where each value came from. */
final class Explanation {
  private final NodeReading reading;
  private final Hiding hiding;
  private final List<Explained> explained = new ArrayList<>();

  private Explanation(NodeReading reading, Hiding hiding) {
    this.reading = reading;
    this.hiding = hiding;
  }

  static List<Explained> of(NodeReading reading, Hiding hiding) {
    Explanation explanation = new Explanation(reading, hiding);
    explanation.add(Aspect.CONNECT, reading.connectSettings());
    explanation.add(Aspect.STATE, reading.stateSettings());
    return List.copyOf(explanation.explained);
  }

  private void add(Aspect aspect, List<Setting> settings) {
    new Merge(new Problems())
        .of(
            reading.outline().name(),
            aspect.key(),
            settings,
            (path, winner, overridden) -> {
              List<String> full = new ArrayList<>(List.of(aspect.key()));
              full.addAll(path);
              explained.add(
                  new Explained(
                      full,
                      hiding.hides(full) ? "(secret)" : text(winner.value()),
                      source(winner),
                      overridden.stream().map(Explanation::source).toList()));
            });
  }

  private static Explained.Source source(Setting setting) {
    return new Explained.Source(setting.value().origin(), setting.layer().toString());
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Scalar scalar -> scalar.text();
      case Value.Sequence sequence ->
          sequence.items().stream()
              .map(Explanation::text)
              .collect(Collectors.joining(", ", "[", "]"));
      case Value.Mapping mapping ->
          mapping.entries().entrySet().stream()
              .map(entry -> entry.getKey() + ": " + text(entry.getValue().value()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }
}
