package dev.plumbline.resources.host.hostname;

import dev.plumbline.resources.contract.InMemoryPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The name of a machine in memory. */
public final class InMemoryHostname implements Hostname, InMemoryPort {
  private final List<String> changes = new ArrayList<>();
  private String running;
  private Optional<String> stored;

  public InMemoryHostname(String name) {
    this.running = name;
    this.stored = Optional.of(name);
  }

  @Override
  public String running() {
    return running;
  }

  @Override
  public Optional<String> stored() {
    return stored;
  }

  @Override
  public void set(String name) {
    running = name;
    stored = Optional.of(name);
    changes.add("hostname " + name);
  }

  @Override
  public List<String> changes() {
    return List.copyOf(changes);
  }
}
