package dev.plumbline.agent;

import dev.plumbline.agent.dbus.Hostname1;
import dev.plumbline.agent.dbus.SystemBus;
import dev.plumbline.agent.dbus.Systemd1;
import dev.plumbline.agent.host.accounts.LocalAccounts;
import dev.plumbline.agent.host.accounts.ShadowPasswords;
import dev.plumbline.agent.host.accounts.ShadowTools;
import dev.plumbline.agent.host.contents.CachedContents;
import dev.plumbline.agent.host.engine.DockerContainers;
import dev.plumbline.agent.host.engine.DockerEngine;
import dev.plumbline.agent.host.files.PosixFiles;
import dev.plumbline.agent.host.hostname.KernelHostname;
import dev.plumbline.agent.host.keypairs.SshKeygen;
import dev.plumbline.agent.host.links.KernelLinks;
import dev.plumbline.agent.host.packages.AptPackages;
import dev.plumbline.agent.host.processes.SystemProcesses;
import dev.plumbline.agent.host.processes.TransientUnits;
import dev.plumbline.agent.host.reachability.TcpReachability;
import dev.plumbline.agent.host.units.SystemdUnits;
import dev.plumbline.agent.host.yaml.SnakeYaml;
import dev.plumbline.agent.job.content.Cache;
import dev.plumbline.resources.Ports;
import dev.plumbline.resources.host.accounts.AccountChanges;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.accounts.Passwords;
import dev.plumbline.resources.host.containers.Containers;
import dev.plumbline.resources.host.contents.Contents;
import dev.plumbline.resources.host.engine.Engine;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.hostname.Hostname;
import dev.plumbline.resources.host.keypairs.KeyPairs;
import dev.plumbline.resources.host.links.Links;
import dev.plumbline.resources.host.packages.Packages;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.reachability.Reachability;
import dev.plumbline.resources.host.units.Units;
import dev.plumbline.resources.host.yaml.Yaml;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The ports of this machine. A new port is one more line in the constructor. */
final class HostPorts implements Ports {
  static final Path SYSTEM_BUS = Path.of("/run/dbus/system_bus_socket");
  private static final Path ROOT = Path.of("/");
  private static final Path ETC = Path.of("/etc");
  private final Map<Class<?>, Object> ports = new HashMap<>();

  HostPorts(SystemBus bus, Systemd1 systemd, TransientUnits detached, Cache cache) {
    SystemProcesses processes = new SystemProcesses(detached);
    put(Files.class, new PosixFiles());
    put(Accounts.class, new LocalAccounts(ETC));
    put(AccountChanges.class, new ShadowTools(processes));
    put(Passwords.class, new ShadowPasswords(ETC));
    put(KeyPairs.class, new SshKeygen(processes));
    put(Hostname.class, new KernelHostname(ROOT, new Hostname1(bus)));
    put(Processes.class, processes);
    put(Units.class, new SystemdUnits(systemd));
    put(Engine.class, new DockerEngine(DockerEngine.SOCKET, InstantSource.system()));
    put(Containers.class, new DockerContainers(DockerEngine.SOCKET));
    put(Contents.class, new CachedContents(cache));
    put(Yaml.class, new SnakeYaml());
    put(Links.class, new KernelLinks());
    put(Reachability.class, new TcpReachability());
    put(Packages.class, new AptPackages(ROOT, processes, System::nanoTime));
  }

  private <P> void put(Class<P> port, P real) {
    ports.put(port, real);
  }

  @Override
  public <P> P get(Class<P> port) {
    Object found = ports.get(port);
    if (found == null) {
      throw new IllegalArgumentException("the agent has no " + port.getName());
    }
    return port.cast(found);
  }
}
