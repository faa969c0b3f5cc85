package dev.plumbline.resources.docker;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Cluster;
import dev.plumbline.resources.ClusterChecked;
import dev.plumbline.resources.Default;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Expandable;
import dev.plumbline.resources.Filled;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.codec.Json;
import dev.plumbline.resources.files.FileSpec;
import dev.plumbline.resources.services.ServiceSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the Docker engine of a node must be. */
@Doc("The Docker engine: its daemon.json, and that it runs.")
public record DockerSpec(
    @Doc("Keys of /etc/docker/daemon.json, as dockerd(8) has them.") Map<String, Json> daemon,
    @Default("false") @Doc("Whether daemon.json holds these keys and nothing else.")
        boolean exclusive,
    @Filled Optional<Boolean> runsByServices)
    implements Expandable<DockerSpec>, ClusterChecked {
  private static final String SERVICE = "docker";
  private static final Pattern ENGINES = Pattern.compile("docker\\.io|docker-ce|moby-engine");
  private static final Set<String> OWN_FILES =
      Set.of("/etc/docker", "/etc/default/docker", "/etc/systemd/system/docker.service");

  public DockerSpec {
    new Checks()
        .that(
            daemon.keySet().stream().noneMatch(String::isBlank),
            "docker-key",
            "daemon",
            "a key of daemon.json has no name")
        .done();
    daemon = Collections.unmodifiableMap(new LinkedHashMap<>(daemon));
  }

  /** Whether this resource sees to it that the engine runs. */
  boolean starts() {
    return !runsByServices.orElse(false);
  }

  @Override
  public Set<ResourceId> requires(Set<ResourceId> catalog) {
    return catalog.stream().filter(DockerSpec::isBelow).collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isBelow(ResourceId id) {
    return switch (id.kind()) {
      case "package" -> ENGINES.matcher(id.name()).matches();
      case "file" ->
          OWN_FILES.stream()
              .anyMatch(path ->
                  id.name().equals(path)
                      || id.name().startsWith(path + "/")
                      || id.name().startsWith(path + ".d"));
      default -> false;
    };
  }

  /** Any package may bring an engine along. */
  @Override
  public Set<ResourceId> follows(Set<ResourceId> catalog) {
    return catalog.stream()
        .filter(id -> id.kind().equals("package"))
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public DockerSpec expand(Cluster cluster, Checks checks) {
    Map<String, ServiceSpec> services =
        cluster.specs(ServiceSpec.class).getOrDefault(cluster.self(), Map.of());
    return new DockerSpec(
        daemon,
        exclusive,
        Optional.of(services.containsKey(SERVICE) || services.containsKey(DockerUnit.NAME)));
  }

  @Override
  public void check(Cluster cluster, Checks checks) {
    checks.that(
        !cluster
            .specs(FileSpec.class)
            .getOrDefault(cluster.self(), Map.of())
            .containsKey(DaemonFile.PATH.toString()),
        "docker-file-twice",
        "daemon",
        DaemonFile.PATH + " stands under 'files' too; say all of it in one place");
  }
}
