package dev.plumbline.resources.host.packages;

import java.util.List;
import java.util.Optional;

/**
 * What the archives have under one name.
 *
 * @param candidate the version that apt would choose; empty if the name is virtual, or only
 *     mentioned by other packages
 * @param versions all that can be had, the newest first
 */
public record Offer(Optional<String> candidate, List<String> versions) {
  public Offer {
    versions = List.copyOf(versions);
  }
}
