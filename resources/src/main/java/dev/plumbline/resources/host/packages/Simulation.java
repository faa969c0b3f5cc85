package dev.plumbline.resources.host.packages;

import java.util.List;
import java.util.Optional;

/** What apt says that it would do. */
public sealed interface Simulation {
  /** It would do this. */
  record Possible(List<Action> actions) implements Simulation {
    public Possible {
      actions = List.copyOf(actions);
    }
  }

  /**
   * It refuses.
   *
   * @param reason apt's own, in one line
   */
  record Impossible(String reason) implements Simulation {}

  /** One thing that apt would do to one package. */
  sealed interface Action {
    /** The package, with its architecture behind a colon if that is not the node's own. */
    String name();
  }

  /**
   * Would be installed.
   *
   * @param from the version that is there now
   */
  record Install(String name, Optional<String> from, String to) implements Action {}

  /** Would be removed. */
  record Remove(String name, String version) implements Action {}

  /** Would be configured: dpkg began with it some other time. */
  record Configure(String name, String version) implements Action {}
}
