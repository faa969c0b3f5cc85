package dev.plumbline.resources;

import dev.plumbline.resources.addresses.AddressResource;
import dev.plumbline.resources.docker.DockerResource;
import dev.plumbline.resources.files.FileResource;
import dev.plumbline.resources.groups.GroupResource;
import dev.plumbline.resources.hostname.HostnameResource;
import dev.plumbline.resources.hosts.HostsResource;
import dev.plumbline.resources.overlay_networks.OverlayNetworkResource;
import dev.plumbline.resources.packages.PackageResource;
import dev.plumbline.resources.services.ServiceResource;
import dev.plumbline.resources.spark.SparkResource;
import dev.plumbline.resources.ssh_keys.SshKeyResource;
import dev.plumbline.resources.swarm.SwarmResource;
import dev.plumbline.resources.users.UserResource;
import java.util.List;
import java.util.Optional;

/**
 * Every kind of resource, in the order in which they are applied where nothing else orders them.
 */
public final class ResourceTypes {
  private static final List<ResourceType<?>> ALL =
      List.of(
          HostnameResource.TYPE,
          AddressResource.TYPE,
          GroupResource.TYPE,
          UserResource.TYPE,
          PackageResource.TYPE,
          FileResource.TYPE,
          HostsResource.TYPE,
          SshKeyResource.TYPE,
          ServiceResource.TYPE,
          DockerResource.TYPE,
          SwarmResource.TYPE,
          OverlayNetworkResource.TYPE,
          SparkResource.TYPE);

  private static final Registry STANDARD = Registry.of(ALL);

  private ResourceTypes() {}

  /** The kinds as one value, for code that takes its registry as a parameter. */
  public static Registry standard() {
    return STANDARD;
  }

  public static List<ResourceType<?>> all() {
    return ALL;
  }

  /** The kind with that key in the inventory. */
  public static Optional<ResourceType<?>> byPlural(String plural) {
    return STANDARD.byPlural(plural);
  }

  /** The kind with that printed name. */
  public static Optional<ResourceType<?>> bySingular(String singular) {
    return STANDARD.bySingular(singular);
  }
}
