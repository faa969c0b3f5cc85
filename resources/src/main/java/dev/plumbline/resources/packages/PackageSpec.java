package dev.plumbline.resources.packages;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.ClusterChecked;
import dev.plumbline.resources.Default;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Name;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Shorthand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a package must be. */
@Doc("A package of Debian or Ubuntu: there or not, at which version, on hold or not.")
public record PackageSpec(
    @Name
        @Doc(
            "The package's name, virtual ones included; with another architecture behind a colon: libc6:i386.")
        String name,
    @Shorthand @Default("present") @Doc("Whether the package is installed.") State state,
    @Doc(
            "The version, exactly as dpkg prints it, or its beginning with a star: \"4.1.*\". Without it, any version agrees and the newest is installed.")
        Optional<String> version,
    @Doc(
            "Whether apt must leave the package as it is (apt-mark hold). Without it, that is not managed.")
        Optional<Boolean> hold,
    @Doc("Packages that apt may remove for the sake of this one. Any other removal fails the plan.")
        List<String> allowRemovals)
    implements ClusterChecked {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9+.-]+(:[a-z0-9][a-z0-9-]*)?");
  private static final Pattern VERSION = Pattern.compile("[0-9][A-Za-z0-9.+~:-]*\\*?");

  /** Whether a package is installed. */
  public enum State {
    PRESENT,
    ABSENT
  }

  public PackageSpec {
    allowRemovals = List.copyOf(allowRemovals);
    boolean absent = state == State.ABSENT;
    Checks checks =
        new Checks()
            .that(
                NAME.matcher(name).matches(),
                "package-name",
                "",
                "'"
                    + name
                    + "' is not a package name (small letters, digits, '+', '-' and '.', at least two characters, optionally ':' and an architecture)")
            .that(
                version.isEmpty() || VERSION.matcher(version.get()).matches(),
                "package-version",
                "version",
                "'"
                    + version.orElse("")
                    + "' is not a version, nor the beginning of one with a star at its end")
            .that(
                !absent || version.isEmpty(),
                "package-absent-version",
                "version",
                "a package that is absent has no version")
            .that(
                !absent || hold.isEmpty(),
                "package-absent-hold",
                "hold",
                "a package that is absent cannot be on hold or off it");
    for (int i = 0; i < allowRemovals.size(); i++) {
      String removal = allowRemovals.get(i);
      checks
          .that(
              NAME.matcher(removal).matches(),
              "package-removal-name",
              "allow_removals." + i,
              "'" + removal + "' is not a package name")
          .that(
              !removal.equals(name),
              "package-removal-self",
              "allow_removals." + i,
              "package '" + name + "' cannot be removed for its own sake");
    }
    checks.done();
  }

  boolean absent() {
    return state == State.ABSENT;
  }

  /** Whether that version is one that is asked for. */
  boolean takes(String candidate) {
    return version
        .map(wanted ->
            wanted.endsWith("*")
                ? candidate.startsWith(wanted.substring(0, wanted.length() - 1))
                : candidate.equals(wanted))
        .orElse(true);
  }

  /** A repository has to be written down, and its key to be there, before apt can use it. */
  @Override
  public Set<ResourceId> requires(Set<ResourceId> catalog) {
    return catalog.stream()
        .filter(id ->
            id.kind().equals("file")
                && (id.name().startsWith("/etc/apt/")
                    || id.name().startsWith("/usr/share/keyrings/")))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void check(Cluster cluster, Checks checks) {
    Map<String, PackageSpec> declared =
        cluster.specs(PackageSpec.class).getOrDefault(cluster.self(), Map.of());
    for (int i = 0; i < allowRemovals.size(); i++) {
      String removal = allowRemovals.get(i);
      PackageSpec other = declared.get(removal);
      checks.that(
          other == null || other.absent(),
          "package-removal-declared",
          "allow_removals." + i,
          "package '" + removal + "' must be present on this node, so it cannot be removed");
    }
  }
}
