package dev.plumbline.resources.spark;

import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Secret;
import java.util.Optional;

/**
 * What a spec knows of the cluster's Spark.
 *
 * @param self the node of the spec
 * @param master the node that leads; empty if there is none
 * @param secret with which all parts of Spark know each other, where it came from the master
 */
public record Site(
    @Doc("The node itself.") String self,
    @Doc("The node that leads.") String master,
    @Doc("The secret of the cluster's Spark.") Optional<Secret> secret) {
  static final Site NOWHERE = new Site("", "", Optional.empty());

  Site with(Optional<Secret> known) {
    return new Site(self, master, known);
  }
}
