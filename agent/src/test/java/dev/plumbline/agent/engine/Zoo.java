package dev.plumbline.agent.engine;

import dev.plumbline.resources.Batchable;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exporting;
import dev.plumbline.resources.Exports;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Linked;
import dev.plumbline.resources.Name;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Reacting;
import dev.plumbline.resources.Refusing;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.Settled;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.Withdrawable;
import dev.plumbline.resources.catalog.Catalog;
import dev.plumbline.resources.guard.Guard;
import dev.plumbline.resources.guard.Guarded;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One kind for every capability, all on one {@link World}. */
public final class Zoo {
  private Zoo() {}

  /** Plain. */
  public record Thing(@Name String name, Optional<String> value) implements Scripted.Wanted {}

  /** Batchable. */
  public record Pack(@Name String name, Optional<String> value) implements Scripted.Wanted {}

  /** Withdrawable, unless its name says that it is kept. */
  public record Note(@Name String name, Optional<String> value)
      implements Scripted.Wanted, Withdrawable<Note> {
    @Override
    public Optional<Note> withdrawn() {
      return name.startsWith("kept")
          ? Optional.empty()
          : Optional.of(new Note(name, Optional.empty()));
    }
  }

  /** Reacting and settled. */
  public record Daemon(@Name String name, Optional<String> value, List<String> restartOn)
      implements Scripted.Wanted, Reacting {
    @Override
    public Set<ResourceId> requires(Set<ResourceId> catalog) {
      return restartOn.stream().map(ResourceId::parse).collect(Collectors.toSet());
    }

    @Override
    public List<Change> reactions(Set<ResourceId> changed) {
      return changed.stream()
          .filter(id -> restartOn.contains(id.toString()))
          .sorted()
          .map(id -> Change.of("restart", null, id))
          .toList();
    }
  }

  /** Linked: one that is called "part…" keeps a value without the export of the other node. */
  public record Guest(@Name String name, String host, Optional<String> value)
      implements Scripted.Wanted, Linked<Guest> {
    @Override
    public Set<ExportKey> needs() {
      return Set.of(new ExportKey(host, ResourceId.only("key"), "public"));
    }

    @Override
    public boolean appliesInPart() {
      return name.startsWith("part");
    }

    @Override
    public Guest link(Exports exports) {
      throw new UnsupportedOperationException("the controller links");
    }
  }

  /** Guarded, and withdrawable. */
  public record Way(@Name String name, Optional<String> value)
      implements Scripted.Wanted, Withdrawable<Way> {
    @Override
    public Optional<Way> withdrawn() {
      return Optional.of(new Way(name, Optional.empty()));
    }
  }

  /** Exporting. */
  public record Key(@Name String name, Optional<String> value) implements Scripted.Wanted {}

  public static Registry registry(World world) {
    return Registry.of(
        List.of(
            ResourceType.many("things", "thing", Thing.class, _ -> new Scripted<>(world, "thing")),
            ResourceType.many("ways", "way", Way.class, _ -> new Ways(world)),
            ResourceType.many("packs", "pack", Pack.class, _ -> new Packs(world)),
            ResourceType.many("notes", "note", Note.class, _ -> new Scripted<>(world, "note")),
            ResourceType.many("daemons", "daemon", Daemon.class, _ -> new Daemons(world)),
            ResourceType.many("guests", "guest", Guest.class, _ -> new Scripted<>(world, "guest")),
            ResourceType.many("keys", "key", Key.class, _ -> new Keys(world))));
  }

  public static Catalog.Entry thing(String name, String value, String... after) {
    return entry(
        ResourceId.parse("thing[" + name + "]"), new Thing(name, Optional.of(value)), after);
  }

  public static Catalog.Entry way(String name, String value, String... after) {
    return entry(ResourceId.parse("way[" + name + "]"), new Way(name, Optional.of(value)), after);
  }

  public static Catalog.Entry pack(String name, String value, String... after) {
    return entry(ResourceId.parse("pack[" + name + "]"), new Pack(name, Optional.of(value)), after);
  }

  public static Catalog.Entry note(String name, String value, String... after) {
    return entry(ResourceId.parse("note[" + name + "]"), new Note(name, Optional.of(value)), after);
  }

  public static Catalog.Entry daemon(String name, String value, String... restartOn) {
    return entry(
        ResourceId.parse("daemon[" + name + "]"),
        new Daemon(name, Optional.of(value), List.of(restartOn)));
  }

  public static Catalog.Entry guest(String name, String host) {
    return entry(ResourceId.parse("guest[" + name + "]"), new Guest(name, host, Optional.of("1")));
  }

  public static Catalog.Entry key(String name, String value) {
    return entry(ResourceId.parse("key[" + name + "]"), new Key(name, Optional.of(value)));
  }

  private static Catalog.Entry entry(ResourceId id, Spec spec, String... after) {
    return new Catalog.Entry(
        id, spec, Arrays.stream(after).map(ResourceId::parse).collect(Collectors.toSet()));
  }

  private static final class Ways extends Scripted<Way> implements Guarded<Way, Scripted.Found> {
    Ways(World world) {
      super(world, "way");
    }

    @Override
    public void probe(Way spec, Found observed, Progress progress) throws Failure {
      world.does("probe " + id(spec));
    }

    @Override
    public Guard guard(Way spec, Found observed, List<Change> changes) {
      return new Guard(
          List.of(Path.of("/" + spec.name())), List.of(), List.of(), Duration.ofSeconds(30));
    }
  }

  private static final class Packs extends Scripted<Pack>
      implements Batchable<Pack, Scripted.Found> {
    Packs(World world) {
      super(world, "pack");
    }

    @Override
    public Foreseen foresee(List<Pending<Pack, Found>> batch, Progress progress) throws Failure {
      world.does("foresee " + names(batch));
      progress.now("asking the archive");
      Map<String, List<Change>> better = new HashMap<>();
      Map<String, Failure> failures = new HashMap<>();
      List<SideEffect> effects = new ArrayList<>();
      for (Pending<Pack, Found> pending : batch) {
        String name = pending.name();
        if (name.startsWith("nowhere") && pending.awaits().isEmpty()) {
          failures.put(name, new Failure("there is no " + name, "look for its name"));
        }
        if (name.startsWith("better")) {
          better.put(name, List.of(Change.of("version", null, "9")));
        }
        if (world.effects.containsKey(name)) {
          effects.add(world.effects.get(name));
        }
      }
      return new Foreseen(better, failures, effects);
    }

    @Override
    public Map<String, Failure> applyTogether(List<Pending<Pack, Found>> batch, Progress progress)
        throws Failure {
      world.does("together " + names(batch));
      progress.now("unpacking");
      Map<String, Failure> failures = new HashMap<>();
      for (Pending<Pack, Found> pending : batch) {
        try {
          set(pending.spec(), "unpack " + id(pending.spec()), pending.changes());
        } catch (Failure failure) {
          failures.put(pending.name(), failure);
        }
      }
      return failures;
    }

    private static String names(List<Pending<Pack, Found>> batch) {
      return batch.stream().map(Pending::name).collect(Collectors.joining("+"));
    }
  }

  private static final class Daemons extends Scripted<Daemon>
      implements Settled<Scripted.Found>, Refusing<Daemon, Scripted.Found> {
    Daemons(World world) {
      super(world, "daemon");
    }

    @Override
    public boolean mayBeSettled(Found observed) {
      return observed.value().isEmpty();
    }

    @Override
    public Optional<Failure> refuse(
        Daemon spec, Found observed, List<Change> changes, Set<ResourceId> awaits) {
      return spec.name().equals("nowhere") && observed.value().isEmpty() && awaits.isEmpty()
          ? Optional.of(new Failure("there is no such daemon", "install it"))
          : Optional.empty();
    }
  }

  private static final class Keys extends Scripted<Key> implements Exporting<Key, Scripted.Found> {
    Keys(World world) {
      super(world, "key");
    }

    @Override
    public List<Export> exports(Key spec, Found observed) {
      return observed.value().map(value -> Export.plain("public", value)).stream().toList();
    }
  }
}
