package dev.plumbline.inventory.merge;

import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Merges the settings of nodes. One instance serves all nodes of an inventory, so that what is
 * wrong for many nodes in the same way is one problem.
 */
public final class Merge {
  private final Problems problems;
  private final Removals removals = new Removals();
  private final Set<List<Origin>> conflicts = new HashSet<>();

  public Merge(Problems problems) {
    this.problems = problems;
  }

  /**
   * Merges what the layers set.
   *
   * @param node the node, for messages
   * @param root what the settings are, for messages: {@code state}
   * @param settings the most general first
   * @return empty if nothing is set, or if the last word is null
   */
  public Optional<Value> of(String node, String root, List<Setting> settings, Trace trace) {
    return new OneNode(node, root, trace).merge(settings, new ArrayList<>());
  }

  /** Reports what can be said only once all nodes were merged. */
  public void done() {
    removals.report(problems);
  }

  private final class OneNode {
    private final String node;
    private final String root;
    private final Trace trace;

    private OneNode(String node, String root, Trace trace) {
      this.node = node;
      this.root = root;
      this.trace = trace;
    }

    /** All maps behind the last setting that is none are merged; they replace what precedes. */
    Optional<Value> merge(List<Setting> settings, List<String> path) {
      int maps = settings.size();
      while (maps > 0 && settings.get(maps - 1).value() instanceof Value.Mapping) {
        maps--;
      }
      meetRemovals(settings, path);
      if (settings.size() > 1) {
        checkConflict(settings, path);
      }
      if (maps < settings.size()) {
        return Optional.of(mapping(settings.subList(maps, settings.size()), settings, path));
      }
      if (settings.isEmpty() || settings.getLast().removes()) {
        return Optional.empty();
      }
      trace.leaf(List.copyOf(path), settings.getLast(), settings.subList(0, settings.size() - 1));
      return Optional.of(settings.getLast().value());
    }

    private Value mapping(List<Setting> maps, List<Setting> all, List<String> path) {
      Set<String> keys = new LinkedHashSet<>();
      maps.forEach(map -> keys.addAll(((Value.Mapping) map.value()).entries().keySet()));
      Map<String, Value.Entry> merged = new LinkedHashMap<>();
      boolean same = maps.size() == 1;
      for (String key : keys) {
        List<Setting> settings = new ArrayList<>();
        Value.@Nullable Entry last = null;
        for (Setting map : maps) {
          Value.@Nullable Entry entry = ((Value.Mapping) map.value()).entries().get(key);
          if (entry != null) {
            settings.add(new Setting(map.layer(), entry.value()));
            last = entry;
          }
        }
        path.add(key);
        Optional<Value> value = merge(settings, path);
        path.removeLast();
        if (last == null || value.isEmpty()) {
          same = false;
          continue;
        }
        same &= isItself(value.get(), last.value());
        merged.put(key, new Value.Entry(last.key(), value.get()));
      }
      Value top = maps.getLast().value();
      Value value = same ? top : new Value.Mapping(merged, top.origin());
      if (merged.isEmpty()) {
        Setting empty = new Setting(maps.getLast().layer(), value);
        trace.leaf(List.copyOf(path), empty, all.subList(0, all.size() - 1));
      }
      return value;
    }

    private void meetRemovals(List<Setting> settings, List<String> path) {
      boolean something = false;
      for (Setting setting : settings) {
        if (setting.removes()) {
          removals.met(setting, name(path), something);
        } else {
          something = true;
        }
      }
    }

    /** Of settings that no other refines, all must say the same; maps agree with maps. */
    private void checkConflict(List<Setting> settings, List<String> path) {
      List<Setting> heads =
          settings.stream()
              .filter(
                  one -> settings.stream().noneMatch(other -> other.layer().refines(one.layer())))
              .toList();
      Setting last = heads.getLast();
      for (Setting other : heads.subList(0, heads.size() - 1)) {
        boolean agree =
            last.value() instanceof Value.Mapping
                ? other.value() instanceof Value.Mapping
                : Meaning.same(last.value(), other.value());
        if (!agree && conflicts.add(List.of(last.value().origin(), other.value().origin()))) {
          problems.add(
              "conflict",
              last.value().origin(),
              "'%s' is set differently by %s, here, and by %s, at %s, and %s is in both; say at the node what holds"
                  .formatted(
                      name(path), last.layer(), other.layer(), other.value().origin(), node));
        }
      }
    }

    @SuppressWarnings("ReferenceEquality") // What one layer alone sets is passed on, not copied.
    private static boolean isItself(Value merged, Value written) {
      return merged == written;
    }

    private String name(List<String> path) {
      return path.isEmpty() ? root : String.join(".", path);
    }
  }
}
