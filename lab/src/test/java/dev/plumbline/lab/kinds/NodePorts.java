package dev.plumbline.lab.kinds;

import dev.plumbline.agent.dbus.SystemBus;
import dev.plumbline.agent.dbus.Systemd1;
import dev.plumbline.agent.host.engine.DockerEngine;
import dev.plumbline.agent.host.units.SystemdUnits;
import dev.plumbline.agent.host.yaml.SnakeYaml;
import dev.plumbline.lab.engine.Docker;
import dev.plumbline.lab.engine.Engines;
import dev.plumbline.lab.machine.Progress;
import dev.plumbline.lab.machine.StateDirectory;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.resources.Ports;
import dev.plumbline.resources.host.engine.Engine;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.links.Links;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.reachability.Reachability;
import dev.plumbline.resources.host.units.Units;
import dev.plumbline.resources.host.yaml.Yaml;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** The ports of one node; good until the node restarts. */
final class NodePorts implements Ports {
  private final Map<Class<?>, Object> ports;

  NodePorts(LabNode node) {
    Path root = root(node);
    SystemBus bus = new SystemBus(root.resolve("run/dbus/system_bus_socket"));
    this.ports =
        Map.of(
            Files.class,
            new NodeFiles(node, root),
            Units.class,
            new SystemdUnits(new Systemd1(bus)),
            Processes.class,
            new NodeProcesses(node),
            Engine.class,
            new DockerEngine(root.resolve("run/docker.sock"), InstantSource.system()),
            Reachability.class,
            new NodeReachability(node),
            Yaml.class,
            new SnakeYaml(),
            Links.class,
            new NodeLinks(root.resolveSibling("ns").resolve("net")));
  }

  private static Path root(LabNode node) {
    Docker docker =
        new Engines(StateDirectory.ofThisUser(), Progress.silent()).running().orElseThrow();
    String pid =
        docker.ask(
            "asking for the first process of " + node.name(),
            "container",
            "inspect",
            "--format",
            "{{.State.Pid}}",
            node.container().name());
    return Path.of("/proc", pid, "root");
  }

  @Override
  public <P> P get(Class<P> port) {
    Object found = ports.get(port);
    if (found == null) {
      throw new IllegalArgumentException("NodePorts lacks " + port.getName() + ": add a line");
    }
    return port.cast(found);
  }
}
