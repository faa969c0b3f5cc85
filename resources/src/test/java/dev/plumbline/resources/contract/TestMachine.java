package dev.plumbline.resources.contract;

import dev.plumbline.resources.Ports;
import dev.plumbline.resources.host.accounts.AccountChanges;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.accounts.InMemoryAccounts;
import dev.plumbline.resources.host.accounts.Passwords;
import dev.plumbline.resources.host.containers.Containers;
import dev.plumbline.resources.host.containers.InMemoryContainers;
import dev.plumbline.resources.host.contents.Contents;
import dev.plumbline.resources.host.contents.InMemoryContents;
import dev.plumbline.resources.host.engine.Engine;
import dev.plumbline.resources.host.engine.InMemoryEngine;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.files.InMemoryFiles;
import dev.plumbline.resources.host.hostname.Hostname;
import dev.plumbline.resources.host.hostname.InMemoryHostname;
import dev.plumbline.resources.host.keypairs.InMemoryKeyPairs;
import dev.plumbline.resources.host.keypairs.KeyPairs;
import dev.plumbline.resources.host.links.InMemoryLinks;
import dev.plumbline.resources.host.links.Links;
import dev.plumbline.resources.host.packages.InMemoryPackages;
import dev.plumbline.resources.host.packages.Packages;
import dev.plumbline.resources.host.processes.InMemoryProcesses;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.reachability.InMemoryReachability;
import dev.plumbline.resources.host.reachability.Reachability;
import dev.plumbline.resources.host.units.InMemoryUnits;
import dev.plumbline.resources.host.units.Units;
import dev.plumbline.resources.host.yaml.InMemoryYaml;
import dev.plumbline.resources.host.yaml.Yaml;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A freshly installed machine in memory. A kind with a port of its own adds one line here. */
public final class TestMachine implements Ports {
  private final Map<Class<?>, InMemoryPort> ports = new LinkedHashMap<>();
  private final InMemoryFiles files = InMemoryFiles.freshlyInstalled();
  private final InMemoryAccounts accounts = InMemoryAccounts.freshlyInstalled(files);

  public TestMachine() {
    ports.put(Files.class, files);
    ports.put(Hostname.class, new InMemoryHostname("ubuntu"));
    ports.put(Accounts.class, accounts);
    ports.put(Passwords.class, accounts);
    ports.put(AccountChanges.class, accounts);
    ports.put(KeyPairs.class, new InMemoryKeyPairs(files));
    ports.put(Packages.class, InMemoryPackages.freshlyInstalled());
    ports.put(Units.class, InMemoryUnits.freshlyInstalled());
    ports.put(Processes.class, new InMemoryProcesses());
    ports.put(Engine.class, new InMemoryEngine());
    ports.put(Containers.class, new InMemoryContainers());
    ports.put(Contents.class, new InMemoryContents());
    ports.put(Yaml.class, new InMemoryYaml());
    ports.put(Links.class, InMemoryLinks.freshlyInstalled());
    ports.put(Reachability.class, new InMemoryReachability());
  }

  @Override
  public <P> P get(Class<P> port) {
    InMemoryPort found = ports.get(port);
    if (found == null) {
      throw new IllegalArgumentException("TestMachine lacks " + port.getName() + ": add a line");
    }
    return port.cast(found);
  }

  public InMemoryFiles files() {
    return files;
  }

  /** Everything that was changed on the machine. */
  public List<String> changes() {
    return ports.values().stream().distinct().flatMap(port -> port.changes().stream()).toList();
  }
}
