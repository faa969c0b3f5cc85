package dev.plumbline.agent.host.engine;

import dev.plumbline.agent.json.Tree;
import dev.plumbline.resources.host.containers.ContainerPlan;
import dev.plumbline.resources.host.containers.ContainerPlan.Published;
import dev.plumbline.resources.host.containers.ContainerStatus;
import dev.plumbline.resources.host.containers.Mount;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** A container as the API has it. */
final class ContainerForm {
  private static final String TCP = "/tcp";
  private static final String LOOPBACK = "127.0.0.1";
  private static final Set<String> KEPT_UP = Set.of("unless-stopped", "always");

  private ContainerForm() {}

  static Tree.Writer write(ContainerPlan plan) {
    Tree.Writer labels = new Tree.Writer();
    plan.labels().forEach(labels::text);
    Tree.Writer exposed = new Tree.Writer();
    Tree.Writer bindings = new Tree.Writer();
    for (int port : ports(plan)) {
      exposed.object(port + TCP, new Tree.Writer());
      bindings.objects(
          port + TCP,
          plan.published().stream().filter(each -> each.port() == port).toList(),
          each ->
              new Tree.Writer()
                  .text("HostIp", each.address())
                  .text("HostPort", Integer.toString(each.port())));
    }
    Tree.Writer endpoint = new Tree.Writer().texts("Aliases", List.of(plan.hostname()));
    return new Tree.Writer()
        .text("Image", plan.image())
        .text("User", plan.user())
        .text("Hostname", plan.hostname())
        .texts("Entrypoint", plan.command())
        .texts("Cmd", List.of())
        .texts(
            "Env",
            plan.environment().entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList())
        .object("Labels", labels)
        .object("ExposedPorts", exposed)
        .object(
            "HostConfig",
            new Tree.Writer()
                .texts("Binds", plan.mounts())
                .text("NetworkMode", plan.network())
                .object("PortBindings", bindings)
                .object("RestartPolicy", new Tree.Writer().text("Name", "unless-stopped"))
                .texts("CapDrop", List.of("ALL"))
                .texts("SecurityOpt", List.of("no-new-privileges"))
                .object(
                    "LogConfig",
                    new Tree.Writer()
                        .text("Type", "json-file")
                        .object(
                            "Config",
                            new Tree.Writer().text("max-size", "10m").text("max-file", "2"))))
        .object(
            "NetworkingConfig",
            new Tree.Writer()
                .object("EndpointsConfig", new Tree.Writer().object(plan.network(), endpoint)));
  }

  private static Set<Integer> ports(ContainerPlan plan) {
    Set<Integer> ports = new TreeSet<>();
    plan.published().forEach(each -> ports.add(each.port()));
    return ports;
  }

  static ContainerStatus read(String name, Answer found) {
    Answer config = found.find("Config").orElse(found);
    Answer host = found.find("HostConfig").orElse(found);
    Answer state = found.find("State").orElse(found);
    List<String> command = new ArrayList<>(config.words("Entrypoint"));
    command.addAll(config.words("Cmd"));
    Map<String, String> environment = new LinkedHashMap<>();
    for (String variable : config.words("Env")) {
      int equals = variable.indexOf('=');
      if (equals > 0) {
        environment.put(variable.substring(0, equals), variable.substring(equals + 1));
      }
    }
    ContainerPlan made =
        new ContainerPlan(
            name,
            config.text("Image"),
            config.text("User"),
            config.text("Hostname"),
            command,
            environment,
            host.words("Binds").stream().map(ContainerForm::mount).toList(),
            host.text("NetworkMode"),
            published(host),
            config.texts("Labels"));
    return new ContainerStatus(
        made,
        found.text("Image"),
        state.flag("Running") && !state.flag("Restarting"),
        state.text("Status"),
        Integer.parseInt("0" + state.text("ExitCode")),
        KEPT_UP.contains(host.find("RestartPolicy").map(each -> each.text("Name")).orElse("")));
  }

  /** The port of 127.0.0.1 that leads to one of a container's; none where it does not run. */
  static OptionalInt published(Answer found, int port) {
    return found.find("NetworkSettings").flatMap(network -> network.find("Ports")).stream()
        .flatMap(ports -> ports.items(port + TCP).stream())
        .filter(each -> each.text("HostIp").equals(LOOPBACK))
        .mapToInt(each -> Integer.parseInt("0" + each.text("HostPort")))
        .filter(each -> each > 0)
        .findFirst();
  }

  private static Mount mount(String bind) {
    String[] words = bind.split(":", 3);
    return new Mount(
        words[0], words.length > 1 ? words[1] : "", words.length > 2 && words[2].equals("ro"));
  }

  private static List<Published> published(Answer host) {
    List<Published> published = new ArrayList<>();
    host.find("PortBindings")
        .ifPresent(bindings ->
            bindings
                .keys()
                .forEach(key ->
                    bindings
                        .items(key)
                        .forEach(each ->
                            published.add(
                                new Published(
                                    each.text("HostIp"),
                                    Integer.parseInt("0" + each.text("HostPort")))))));
    return published;
  }
}
