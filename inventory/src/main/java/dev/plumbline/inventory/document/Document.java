package dev.plumbline.inventory.document;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.value.Value;
import java.util.Map;
import java.util.Optional;

/** The whole inventory. */
@Doc("What every node of a cluster must be.")
public record Document(
    @Doc("The name of the cluster: lower-case letters, digits and inner hyphens, at most 63.")
        String cluster,
    @Doc("Texts and numbers that ${name} stands for.") Map<String, Value> vars,
    @Doc("The nodes by name: lower-case letters, digits, inner hyphens and dots, at most 63.")
        Map<String, Value> nodes,
    @Doc(
            "Groups of nodes by name; the group all holds every node. A later group goes before an"
                + " earlier one, a node before its groups.")
        Map<String, Value> groups,
    @Doc("Where agents find the controller.") Optional<ControllerSettings> controller,
    @Doc("What holds for every job on the cluster.") Optional<JobSettings> jobs) {

  public Document {
    new Checks()
        .that(
            Names.isLabel(cluster),
            "cluster-name",
            "cluster",
            "'" + cluster + "' is not a name of a cluster: " + Names.LABEL)
        .done();
  }
}
