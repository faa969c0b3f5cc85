package dev.plumbline.inventory.document;

import dev.plumbline.inventory.merge.Layer;
import dev.plumbline.inventory.merge.Setting;
import dev.plumbline.resources.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What every layer of an inventory sets. */
public final class Layers {
  private final Map<Place, List<Setting>> settings = new HashMap<>();

  private record Place(Layer.Level level, String name, Aspect aspect) {}

  /** Adds aspects of one entry; local ones are added after those of the inventory. */
  void put(Layer layer, Value entry, Aspect... aspects) {
    for (Aspect aspect : aspects) {
      Tree.child(entry, aspect.key())
          .flatMap(Tree::asMapping)
          .ifPresent(mapping ->
              settings
                  .computeIfAbsent(
                      new Place(layer.level(), layer.name(), aspect), _ -> new ArrayList<>())
                  .add(new Setting(layer, mapping)));
    }
  }

  /** What a layer sets in the inventory and then in inventory.local.yaml. */
  public List<Setting> of(Layer.Level level, String name, Aspect aspect) {
    return settings.getOrDefault(new Place(level, name, aspect), List.of());
  }

  /** The same layers with every setting of an aspect changed. */
  public Layers mapped(Aspect aspect, UnaryOperator<Value> change) {
    Layers mapped = new Layers();
    settings.forEach((place, list) ->
        mapped.settings.put(
            place,
            place.aspect() == aspect
                ? list.stream()
                    .map(setting -> new Setting(setting.layer(), change.apply(setting.value())))
                    .toList()
                : list));
    return mapped;
  }

  /** What any layer sets of an aspect. */
  public Collection<Setting> all(Aspect aspect) {
    return settings.entrySet().stream()
        .filter(place -> place.getKey().aspect() == aspect)
        .flatMap(place -> place.getValue().stream())
        .toList();
  }
}
