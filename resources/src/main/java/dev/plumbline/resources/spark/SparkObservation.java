package dev.plumbline.resources.spark;

import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.containers.ContainerStatus;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What there is of Spark on a node.
 *
 * @param known whether the engine could say: it runs, or is not there at all
 * @param user that all of it shall run as; empty if there is none of the name
 * @param image the id of the image; empty if the engine does not have it
 * @param loaded the hash of the archive that the image came from; empty if it came otherwise
 * @param settings empty if there are none
 * @param containers those of ours that are there, by name
 */
public record SparkObservation(
    boolean known,
    Optional<Accounts.User> user,
    Optional<String> image,
    Optional<String> loaded,
    Optional<Settings> settings,
    Map<String, ContainerStatus> containers) {
  public SparkObservation {
    containers = new TreeMap<>(containers);
  }
}
