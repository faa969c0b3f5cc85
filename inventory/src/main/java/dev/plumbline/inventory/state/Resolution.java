package dev.plumbline.inventory.state;

import dev.plumbline.inventory.input.CarriedFile;
import dev.plumbline.resources.Carried;
import dev.plumbline.resources.Carrying;
import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.ClusterChecked;
import dev.plumbline.resources.Expandable;
import dev.plumbline.resources.InvalidSpecException;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.Sourced;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.codec.SpecCodec;
import dev.plumbline.resources.value.Problems;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Makes specs self-contained and checks the rules that span resources and nodes. A kind of which
 * any spec is wrong is not looked at further: what else would be found would follow from that.
 */
public final class Resolution {
  private final LocalFiles files;
  private final Problems problems;
  private final Map<String, CarriedFile> carried = new LinkedHashMap<>();

  public Resolution(LocalFiles files, Problems problems) {
    this.files = files;
    this.problems = problems;
  }

  /** The entries of every node, with the content of local files, or its hash, in them. */
  public Map<String, List<StateEntry>> inline(Map<String, List<StateEntry>> entries) {
    return change(entries, (_, entry) -> entry.spec().flatMap(spec -> local(spec, entry)));
  }

  private Optional<Spec> local(Spec spec, StateEntry entry) {
    if (spec instanceof Sourced<?> sourced && !sourced.sources().isEmpty()) {
      return inline(sourced, entry);
    }
    return spec instanceof Carrying<?> carrying && !carrying.files().isEmpty()
        ? carry(carrying, entry)
        : Optional.of(spec);
  }

  /** The files that travel beside the catalogs, each once. */
  public List<CarriedFile> carried() {
    return List.copyOf(carried.values());
  }

  private Optional<Spec> carry(Carrying<?> spec, StateEntry entry) {
    Checks checks = new Checks();
    Map<String, Carried> contents = new HashMap<>();
    spec.files()
        .forEach((component, path) -> {
          LocalFiles.Content content = files.hash(path);
          if (content instanceof LocalFiles.Content.Hashed hashed) {
            carried.putIfAbsent(hashed.file().content().hash(), hashed.file());
            contents.put(component, hashed.file().content());
          } else {
            lacking(content, component, checks);
          }
        });
    SpecCodec.locate(checks.violations(), entry.value(), problems);
    return checks.violations().isEmpty() ? Optional.of(spec.carry(contents)) : Optional.empty();
  }

  /** The entries of every node, with references to other nodes replaced by what those are. */
  public Map<String, List<StateEntry>> expand(
      Members members, Map<String, List<StateEntry>> entries) {
    Set<ResourceType<?>> unsound = unsound(entries);
    Expansion expansion = new Expansion(new Snapshot(members, entries));
    return change(
        entries,
        (node, entry) ->
            entry
                .spec()
                .flatMap(spec -> {
                  if (!(spec instanceof Expandable<?> expandable)
                      || unsound.contains(entry.type())) {
                    return Optional.of(spec);
                  }
                  Expansion.Expanded expanded = expansion.of(expandable, node);
                  SpecCodec.locate(expanded.violations(), entry.value(), problems);
                  return expanded.spec();
                }));
  }

  /** Checks the rules that span resources and nodes. */
  public void check(Members members, Map<String, List<StateEntry>> entries) {
    Set<ResourceType<?>> unsound = unsound(entries);
    Snapshot snapshot = new Snapshot(members, entries);
    entries.forEach((node, list) -> {
      Cluster cluster = snapshot.seenFrom(node);
      for (StateEntry entry : list) {
        if (!unsound.contains(entry.type())
            && entry.spec().orElse(null) instanceof ClusterChecked checked) {
          Checks checks = new Checks();
          checked.check(cluster, checks);
          SpecCodec.locate(checks.violations(), entry.value(), problems);
        }
      }
    });
  }

  private Optional<Spec> inline(Sourced<?> spec, StateEntry entry) {
    Checks checks = new Checks();
    Map<String, byte[]> contents = new HashMap<>();
    spec.sources()
        .forEach((component, path) -> {
          LocalFiles.Content content = files.read(path);
          if (content instanceof LocalFiles.Content.Bytes bytes) {
            contents.put(component, bytes.copy());
          } else {
            lacking(content, component, checks);
          }
        });
    Optional<Spec> made = Optional.empty();
    if (checks.violations().isEmpty()) {
      try {
        made = Optional.of(spec.inline(contents, checks));
      } catch (InvalidSpecException e) {
        SpecCodec.locate(e.violations(), entry.value(), problems);
      }
    }
    SpecCodec.locate(checks.violations(), entry.value(), problems);
    return checks.violations().isEmpty() ? made : Optional.empty();
  }

  /** Says why there is no content. */
  private static void lacking(LocalFiles.Content content, String component, Checks checks) {
    switch (content) {
      case LocalFiles.Content.Bytes _, LocalFiles.Content.Hashed _ -> {}
      case LocalFiles.Content.Missing missing ->
          checks.that(false, "source-missing", component, "there is no file " + missing.path());
      case LocalFiles.Content.TooLarge large ->
          checks.that(
              false,
              "source-too-large",
              component,
              "the file has "
                  + large.size()
                  + " bytes; at most "
                  + LocalFiles.LIMIT
                  + " travel with a catalog");
      case LocalFiles.Content.Unreadable unreadable ->
          checks.that(
              false,
              "source-unreadable",
              component,
              "cannot read " + unreadable.path() + ": " + unreadable.why());
    }
  }

  private static Map<String, List<StateEntry>> change(
      Map<String, List<StateEntry>> entries,
      BiFunction<String, StateEntry, Optional<Spec>> change) {
    Map<String, List<StateEntry>> changed = new LinkedHashMap<>();
    entries.forEach((node, list) ->
        changed.put(
            node, list.stream().map(entry -> entry.with(change.apply(node, entry))).toList()));
    return changed;
  }

  private static Set<ResourceType<?>> unsound(Map<String, List<StateEntry>> entries) {
    Set<ResourceType<?>> unsound = new HashSet<>();
    entries
        .values()
        .forEach(list ->
            list.stream()
                .filter(entry -> entry.spec().isEmpty())
                .forEach(entry -> unsound.add(entry.type())));
    return unsound;
  }
}
