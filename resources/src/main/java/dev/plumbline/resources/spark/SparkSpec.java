package dev.plumbline.resources.spark;

import dev.plumbline.resources.Carried;
import dev.plumbline.resources.Carrying;
import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.ClusterChecked;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Expandable;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exports;
import dev.plumbline.resources.Filled;
import dev.plumbline.resources.Linked;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.Shorthand;
import dev.plumbline.resources.Withdrawable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a node is in the cluster's Spark. */
@Doc("Spark on the node: its master, a worker or both, as containers.")
public record SparkSpec(
    @Shorthand @Doc("master, worker, both, or none for a node without Spark.") Role role,
    @Doc("The image, by name with its tag. Without an archive, the engine fetches it.")
        Optional<String> image,
    @Doc(
            "A local file that holds the image, as docker save writes it, relative to the inventory; it travels to each node once.")
        Optional<String> archive,
    @Doc("The overlay network through which the parts of Spark reach each other.")
        Optional<String> network,
    @Doc("A user of the node, not root, who all of it runs as; the jobs of Spark run as the same.")
        Optional<String> user,
    @Doc("How many cores a worker gives to executors. Without it, all.") Optional<Integer> cores,
    @Doc(
            "How much memory a worker gives to executors: 512MiB, 2GiB. Without it, all of the machine's but 1 GiB.")
        Optional<Memory> memory,
    @Doc(
            "A further address of the master's node at which its page answers, port 8080. Without it, only 127.0.0.1 does.")
        Optional<String> page,
    @Filled Optional<Carried> content,
    @Filled Optional<Site> site)
    implements Carrying<SparkSpec>,
        Expandable<SparkSpec>,
        Linked<SparkSpec>,
        Withdrawable<SparkSpec>,
        ClusterChecked {
  public static final String KIND = "spark";
  static final String SECRET = "secret";
  private static final String ARCHIVE = "archive";
  private static final Set<String> BELOW = Set.of("swarm", "docker", "overlay_network", "user");

  public SparkSpec {
    SparkChecks.of(role, image, network, user, cores, page).done();
  }

  Site known() {
    return site.orElse(Site.NOWHERE);
  }

  @Override
  public Set<ResourceId> requires(Set<ResourceId> catalog) {
    return catalog.stream()
        .filter(id -> BELOW.contains(id.kind()))
        .filter(id -> !id.kind().equals("user") || user.filter(id.name()::equals).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Map<String, String> files() {
    return archive.map(path -> Map.of(ARCHIVE, path)).orElse(Map.of());
  }

  @Override
  public SparkSpec carry(Map<String, Carried> contents) {
    return with(
        Optional.empty(), Optional.ofNullable(contents.get(ARCHIVE)).or(() -> content), site);
  }

  @Override
  public Set<Carried> carried() {
    return content.map(Set::of).orElse(Set.of());
  }

  @Override
  public SparkSpec expand(Cluster cluster, Checks checks) {
    String master = SparkChecks.masters(cluster).stream().findFirst().orElse("");
    return with(archive, content, Optional.of(new Site(cluster.self(), master, Optional.empty())));
  }

  @Override
  public void check(Cluster cluster, Checks checks) {
    SparkChecks.cluster(this, cluster, checks);
  }

  private ExportKey key() {
    return new ExportKey(known().master(), ResourceId.only(KIND), SECRET);
  }

  /** The master makes the secret; all others need it. */
  @Override
  public Set<ExportKey> needs() {
    return known().secret().isPresent() ? Set.of() : takes();
  }

  @Override
  public Set<ExportKey> takes() {
    return role == Role.WORKER && !known().master().isEmpty() ? Set.of(key()) : Set.of();
  }

  /** The image can come before the master has told the secret. */
  @Override
  public boolean appliesInPart() {
    return true;
  }

  @Override
  public SparkSpec link(Exports exports) {
    Optional<Secret> secret =
        takes().isEmpty()
            ? Optional.empty()
            : exports.find(key()).map(Export::value).map(Secret::of);
    return with(archive, content, Optional.of(known().with(secret)));
  }

  @Override
  public Optional<SparkSpec> withdrawn() {
    return Optional.of(
        new SparkSpec(
            Role.NONE,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private SparkSpec with(Optional<String> archive, Optional<Carried> content, Optional<Site> site) {
    return new SparkSpec(role, image, archive, network, user, cores, memory, page, content, site);
  }
}
