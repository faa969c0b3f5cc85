package dev.plumbline.inventory.document;

import dev.plumbline.inventory.merge.Merge;
import dev.plumbline.inventory.merge.Setting;
import dev.plumbline.inventory.merge.Trace;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vars of an inventory: one text or number each. */
public final class Variables {
  private Variables() {}

  /** Reports names and values that no var can have. */
  static void check(Collection<Setting> settings, Problems problems) {
    for (Setting setting : settings) {
      if (setting.value() instanceof Value.Mapping vars) {
        check(vars, problems);
      }
    }
  }

  /** Reports names and values that no var can have. */
  public static void check(Value.Mapping vars, Problems problems) {
    vars.entries().forEach((name, entry) -> check(name, entry, problems));
  }

  private static void check(String name, Value.Entry entry, Problems problems) {
    if (!Names.isVariable(name)) {
      problems.add(
          "var-name", entry.key(), "'" + name + "' is not a name of a var: " + Names.VARIABLE);
    }
    if (!(entry.value() instanceof Value.Scalar)) {
      problems.add(
          "var-value",
          entry.value().origin(),
          "a var is one text or number, found " + entry.value().noun());
    }
  }

  /** What the layers of one node, or of the cluster, make of them. */
  public static Map<String, Value.Scalar> merge(Merge merge, String node, List<Setting> settings) {
    Map<String, Value.Scalar> vars = new LinkedHashMap<>();
    Optional<Value> merged = merge.of(node, "vars", settings, Trace.NONE);
    merged
        .flatMap(Tree::asMapping)
        .ifPresent(mapping ->
            mapping
                .entries()
                .forEach((name, entry) -> {
                  if (entry.value() instanceof Value.Scalar scalar) {
                    vars.put(name, scalar);
                  }
                }));
    return vars;
  }
}
