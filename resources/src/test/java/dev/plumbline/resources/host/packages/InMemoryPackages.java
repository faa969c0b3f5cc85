package dev.plumbline.resources.host.packages;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.contract.InMemoryPort;
import dev.plumbline.resources.host.packages.DpkgPackage.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A package manager in memory: enough of one to plan against, with dependencies and conflicts that
 * are one level deep.
 */
public final class InMemoryPackages implements Packages, InMemoryPort {
  private final Map<String, DpkgPackage> installed = new LinkedHashMap<>();
  private final Map<String, List<String>> versions = new HashMap<>();
  private final Map<String, List<String>> depends = new HashMap<>();
  private final Map<String, List<String>> conflicts = new HashMap<>();
  private final Map<String, String> broken = new HashMap<>();
  private final List<String> changes = new ArrayList<>();
  private final List<DpkgPackage> meanwhile = new ArrayList<>();
  private Optional<Failure> outage = Optional.empty();

  /** dpkg, and a mail server that came along with something. */
  public static InMemoryPackages freshlyInstalled() {
    return new InMemoryPackages()
        .installed(known("dpkg", "1.21.22", State.INSTALLED))
        .installed(
            new DpkgPackage(
                "exim4-daemon-light",
                "amd64",
                "4.96-15",
                State.INSTALLED,
                false,
                false,
                true,
                List.of("mail-transport-agent")));
  }

  public static DpkgPackage known(String name, String version, State state) {
    return new DpkgPackage(name, "amd64", version, state, false, false, false, List.of());
  }

  public static DpkgPackage held(String name, String version) {
    return new DpkgPackage(name, "amd64", version, State.INSTALLED, true, false, false, List.of());
  }

  public InMemoryPackages installed(DpkgPackage known) {
    installed.put(known.name(), known);
    return this;
  }

  /** The archive has that package, the newest version first. */
  public InMemoryPackages offers(String name, String... all) {
    versions.put(name, List.of(all));
    return this;
  }

  public InMemoryPackages depends(String name, String... others) {
    depends.put(name, List.of(others));
    return this;
  }

  public InMemoryPackages conflicts(String name, String... others) {
    conflicts.put(name, List.of(others));
    return this;
  }

  /** dpkg will fail at that package. */
  public InMemoryPackages breaks(String name, String reason) {
    broken.put(name, reason);
    return this;
  }

  /** The archive does not answer. */
  public InMemoryPackages outage(Failure failure) {
    outage = Optional.of(failure);
    return this;
  }

  @Override
  public PackageDatabase database() throws Failure {
    return new PackageDatabase("amd64", List.copyOf(installed.values()));
  }

  @Override
  public Map<String, Offer> offers(Set<String> names, Progress progress) throws Failure {
    if (outage.isPresent()) {
      throw outage.get();
    }
    Map<String, Offer> offers = new HashMap<>();
    for (String name : names) {
      List<String> all = versions.get(name);
      if (all != null) {
        offers.put(name, new Offer(all.stream().findFirst(), all));
      }
    }
    return offers;
  }

  @Override
  public List<String> names(String beginning, Progress progress) {
    return versions.keySet().stream().filter(name -> name.startsWith(beginning)).toList();
  }

  @Override
  public List<String> archives(Progress progress) {
    return List.of("http://deb.debian.org/debian bookworm/main");
  }

  @Override
  public Simulation simulate(Transaction transaction, Progress progress) {
    List<Simulation.Action> actions = new ArrayList<>();
    Set<String> added = new HashSet<>();
    for (String argument : transaction.install()) {
      String name = argument.split("=", 2)[0];
      added.add(name);
      for (String other : depends.getOrDefault(name, List.of())) {
        if (!versions.containsKey(other)) {
          return new Simulation.Impossible(name + " : Depends: " + other);
        }
        install(other, "", actions);
      }
      install(name, argument.substring(name.length()).replace("=", ""), actions);
    }
    for (String name : added) {
      for (String other : conflicts.getOrDefault(name, List.of())) {
        if (added.contains(other)) {
          return new Simulation.Impossible(name + " : Conflicts: " + other);
        }
        remove(other, actions);
      }
    }
    transaction.remove().forEach(name -> remove(name, actions));
    return new Simulation.Possible(actions);
  }

  private void install(String name, String version, List<Simulation.Action> actions) {
    String to = version.isEmpty() ? versions.getOrDefault(name, List.of("1")).getFirst() : version;
    Optional<String> from =
        Optional.ofNullable(installed.get(name))
            .filter(DpkgPackage::there)
            .map(DpkgPackage::version);
    if (from.isEmpty() || !version.isEmpty()) {
      actions.add(new Simulation.Install(name, from, to));
    }
    actions.add(new Simulation.Configure(name, to));
  }

  private void remove(String name, List<Simulation.Action> actions) {
    DpkgPackage known = installed.get(name);
    if (known != null) {
      actions.add(new Simulation.Remove(name, known.version()));
    }
  }

  /** Somebody else installs a package while we wait. */
  public InMemoryPackages meanwhile(DpkgPackage known) {
    meanwhile.add(known);
    return this;
  }

  @Override
  public void awaitOthers(Progress progress) {
    meanwhile.forEach(this::installed);
    meanwhile.clear();
  }

  @Override
  public Map<String, String> carryOut(Transaction transaction, Progress progress) {
    changes.add("apt " + transaction.install() + " " + transaction.remove());
    Map<String, String> errors = new HashMap<>();
    if (simulate(transaction, progress) instanceof Simulation.Possible possible) {
      for (Simulation.Action action : possible.actions()) {
        switch (action) {
          case Simulation.Install install ->
              installed.put(install.name(), known(install.name(), install.to(), State.UNPACKED));
          case Simulation.Remove remove -> installed.remove(remove.name());
          case Simulation.Configure configure -> {
            String name = configure.name();
            if (broken.get(name) instanceof String reason) {
              errors.put(name, reason);
            } else {
              installed.put(name, known(name, configure.version(), State.INSTALLED));
            }
          }
        }
      }
    }
    return errors;
  }

  @Override
  public void mark(Map<Mark, List<String>> marks, Progress progress) {
    marks.forEach((mark, names) -> {
      changes.add(mark + " " + names);
      for (String name : names) {
        DpkgPackage known = installed.get(name);
        if (known != null) {
          installed.put(name, marked(known, mark));
        }
      }
    });
  }

  private static DpkgPackage marked(DpkgPackage known, Mark mark) {
    return new DpkgPackage(
        known.name(),
        known.architecture(),
        known.version(),
        known.state(),
        mark == Mark.HOLD || (mark == Mark.MANUAL && known.held()),
        known.damaged(),
        mark != Mark.MANUAL && known.automatic(),
        known.provides());
  }

  @Override
  public List<String> changes() {
    return List.copyOf(changes);
  }
}
