package dev.plumbline.resources.host.packages;

import java.util.List;

/**
 * One package of one architecture, as dpkg has it.
 *
 * @param architecture of the package, or {@code all}
 * @param version empty where dpkg knows the name only
 * @param held whether apt leaves it as it is
 * @param damaged whether it has to be installed anew before anything else can be done with it
 * @param automatic whether it came along with others and goes when nothing needs it
 * @param provides the names of virtual packages that it stands for
 */
public record DpkgPackage(
    String name,
    String architecture,
    String version,
    State state,
    boolean held,
    boolean damaged,
    boolean automatic,
    List<String> provides) {
  public DpkgPackage {
    provides = List.copyOf(provides);
  }

  /** How far dpkg has come with it (dpkg(1)), in the order of its life. */
  public enum State {
    NOT_INSTALLED,
    CONFIG_FILES,
    HALF_INSTALLED,
    UNPACKED,
    HALF_CONFIGURED,
    TRIGGERS_AWAITED,
    TRIGGERS_PENDING,
    INSTALLED;

    /** The word that dpkg has for it. */
    @Override
    public String toString() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether its files are on the node, wholly or in part. */
  public boolean there() {
    return state != State.NOT_INSTALLED && state != State.CONFIG_FILES;
  }

  /** Whether dpkg has more to do with it. */
  public boolean unfinished() {
    return there() && (state != State.INSTALLED || damaged);
  }
}
