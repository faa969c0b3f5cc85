package dev.plumbline.inventory.document;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Doc;
import java.util.Optional;

/** What holds for every job on the cluster. */
@Doc("What holds for every job on the cluster.")
public record JobSettings(
    @Doc(
            "Who jobs run as where the job file names nobody; one of the two must. The same uid on"
                + " every node, and never root.")
        Optional<String> user,
    @Doc(
            "The network that MPI uses: 192.168.56.0/24. Without it, the network of the nodes'"
                + " addresses.")
        Optional<Cidr> network) {

  /** What holds where the inventory says nothing. */
  public static final JobSettings DEFAULT = new JobSettings(Optional.empty(), Optional.empty());

  public JobSettings {
    new Checks()
        .that(
            user.isEmpty() || user.get().matches("[a-z_][a-z0-9_-]{0,31}\\$?"),
            "jobs-user",
            "user",
            "'" + user.orElse("") + "' is not a user name")
        .that(
            user.isEmpty() || !user.get().equals("root"),
            "jobs-root",
            "user",
            "jobs never run as root; name another user")
        .done();
  }
}
