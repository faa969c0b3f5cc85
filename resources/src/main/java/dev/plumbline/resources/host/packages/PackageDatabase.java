package dev.plumbline.resources.host.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All packages that dpkg knows of. */
public final class PackageDatabase {
  private final String architecture;
  private final Map<String, List<DpkgPackage>> byName = new HashMap<>();
  private final Map<String, List<DpkgPackage>> providers = new HashMap<>();

  /**
   * @param architecture the node's own, for example {@code amd64}
   */
  public PackageDatabase(String architecture, List<DpkgPackage> packages) {
    this.architecture = architecture;
    for (DpkgPackage known : packages) {
      byName.computeIfAbsent(known.name(), _ -> new ArrayList<>(1)).add(known);
      for (String provided : known.provides()) {
        providers.computeIfAbsent(provided, _ -> new ArrayList<>(1)).add(known);
      }
    }
  }

  /**
   * The package of that name, which means of the node's own architecture.
   *
   * @param name with another architecture behind a colon where that one is meant: {@code
   *     libc6:i386}
   */
  public Optional<DpkgPackage> find(String name) {
    String plain = plain(name);
    int colon = plain.indexOf(':');
    String wanted = colon < 0 ? architecture : plain.substring(colon + 1);
    return byName.getOrDefault(colon < 0 ? plain : plain.substring(0, colon), List.of()).stream()
        .filter(known -> known.architecture().equals(wanted) || known.architecture().equals("all"))
        .findFirst();
  }

  /** The names of installed packages that stand for that virtual one, sorted. */
  public List<String> providers(String virtual) {
    return providers.getOrDefault(virtual, List.of()).stream()
        .filter(DpkgPackage::there)
        .map(this::name)
        .sorted()
        .toList();
  }

  /** What dpkg has begun and not finished. */
  public List<DpkgPackage> unfinished() {
    return byName.values().stream().flatMap(List::stream).filter(DpkgPackage::unfinished).toList();
  }

  /** That name as apt prints it: without the node's own architecture. */
  public String plain(String name) {
    return name.endsWith(":" + architecture)
        ? name.substring(0, name.length() - architecture.length() - 1)
        : name;
  }

  /** The name of a package as apt prints it. */
  public String name(DpkgPackage known) {
    return known.architecture().equals(architecture) || known.architecture().equals("all")
        ? known.name()
        : known.name() + ":" + known.architecture();
  }
}
