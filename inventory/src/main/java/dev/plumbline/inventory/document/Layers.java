package dev.plumbline.inventory.document;

import dev.plumbline.inventory.merge.Layer;
import dev.plumbline.inventory.merge.Setting;
import dev.plumbline.resources.value.Value;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What every layer of an inventory sets. */
public final class Layers {
  private final Map<Aspect, Map<String, List<Setting>>> settings = new EnumMap<>(Aspect.class);

  Layers() {
    for (Aspect aspect : Aspect.values()) {
      settings.put(aspect, new LinkedHashMap<>());
    }
  }

  /** Adds aspects of one entry; local ones are added after those of the inventory. */
  void put(Layer layer, Value entry, Aspect... aspects) {
    for (Aspect aspect : aspects) {
      Value value = Tree.child(entry, aspect.key()).orElse(null);
      if (value instanceof Value.Mapping) {
        places(aspect)
            .computeIfAbsent(place(layer.level(), layer.name()), _ -> new ArrayList<>())
            .add(new Setting(layer, value));
      }
    }
  }

  /** What a layer sets in the inventory and then in inventory.local.yaml. */
  public List<Setting> of(Layer.Level level, String name, Aspect aspect) {
    return places(aspect).getOrDefault(place(level, name), List.of());
  }

  /** The same layers with every setting of an aspect changed. */
  public Layers mapped(Aspect aspect, UnaryOperator<Value> change) {
    Layers mapped = new Layers();
    mapped.settings.putAll(settings);
    Map<String, List<Setting>> changed = new LinkedHashMap<>();
    places(aspect)
        .forEach((place, list) -> {
          List<Setting> each = new ArrayList<>();
          list.forEach(
              setting -> each.add(new Setting(setting.layer(), change.apply(setting.value()))));
          changed.put(place, each);
        });
    mapped.settings.put(aspect, changed);
    return mapped;
  }

  /** What any layer sets of an aspect. */
  public List<Setting> all(Aspect aspect) {
    List<Setting> all = new ArrayList<>();
    places(aspect).values().forEach(all::addAll);
    return all;
  }

  private Map<String, List<Setting>> places(Aspect aspect) {
    return settings.getOrDefault(aspect, Map.of());
  }

  private static String place(Layer.Level level, String name) {
    return level.name() + ":" + name;
  }
}
