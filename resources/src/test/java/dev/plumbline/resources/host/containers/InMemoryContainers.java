package dev.plumbline.resources.host.containers;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.contract.InMemoryPort;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** An engine that keeps what it is told, and notes it. */
public class InMemoryContainers implements Containers, InMemoryPort {
  private final List<String> changes = new ArrayList<>();
  private final Map<String, ContainerStatus> containers = new LinkedHashMap<>();
  private final Map<String, String> images = new LinkedHashMap<>();
  private String archived = "";
  private int loads;

  /** What the archives hold that will be loaded. */
  public InMemoryContainers archived(String image) {
    archived = image;
    return this;
  }

  public InMemoryContainers image(String name, String id) {
    images.put(name, id);
    return this;
  }

  /** Somebody changes a container behind everybody's back. */
  public void tamper(String name, UnaryOperator<ContainerStatus> change) {
    containers.computeIfPresent(name, (_, status) -> change.apply(status));
  }

  @Override
  public Optional<ContainerStatus> find(String name) {
    return Optional.ofNullable(containers.get(name));
  }

  @Override
  public OptionalInt published(String name, int port) {
    return find(name).filter(ContainerStatus::running).stream()
        .flatMap(status -> status.made().published().stream())
        .filter(each -> each.address().equals("127.0.0.1") && each.port() == port)
        .mapToInt(ContainerPlan.Published::port)
        .findFirst();
  }

  @Override
  public void run(ContainerPlan plan) throws Failure {
    String id = images.get(plan.image());
    if (id == null) {
      throw new Failure("there is no image " + plan.image(), "load it");
    }
    changes.add("run " + plan.name());
    containers.put(plan.name(), new ContainerStatus(plan, id, true, "running", 0, true));
  }

  @Override
  public void start(String name) {
    changes.add("start " + name);
    tamper(
        name,
        there ->
            new ContainerStatus(there.made(), there.imageId(), true, "running", 0, there.keptUp()));
  }

  @Override
  public void remove(String name) {
    if (containers.remove(name) != null) {
      changes.add("remove " + name);
    }
  }

  @Override
  public Optional<String> image(String name) {
    return Optional.ofNullable(images.get(name));
  }

  @Override
  public void load(Path archive) {
    changes.add("load");
    images.put(archived, "sha256:" + ++loads);
  }

  @Override
  public void pull(String name, Progress progress) {
    changes.add("pull " + name);
    images.put(name, "sha256:pulled");
  }

  @Override
  public List<String> changes() {
    return changes;
  }
}
