package dev.plumbline.resources.hosts;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.block.BlockFile;
import dev.plumbline.resources.block.Line;
import dev.plumbline.resources.block.Parts;
import dev.plumbline.resources.host.files.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Observes and changes the names in {@code /etc/hosts}. */
public final class HostsResource implements Resource<HostsSpec, HostsObservation> {
  public static final ResourceType<HostsSpec> TYPE =
      ResourceType.one(
          "hosts", HostsSpec.class, ports -> new HostsResource(ports.get(Files.class)));

  private final BlockFile file;

  public HostsResource(Files files) {
    this.file = new BlockFile(files, Path.of(HostsSpec.PATH), HostsSpec.BLOCK);
  }

  @Override
  public HostsObservation observe(HostsSpec spec) throws Failure {
    return observed(file.read());
  }

  @Override
  public List<Change> diff(HostsSpec spec, HostsObservation observed) {
    HostsTarget target = HostsTarget.of(spec, observed);
    List<Change> changes = new ArrayList<>();
    if (!observed.block().equals(target.block())) {
      changes.add(
          new Change.Text("block", observed.block().orElse(null), target.block().orElse(null)));
    }
    Map<String, List<String>> after = new TreeMap<>();
    observed
        .loopback()
        .forEach((address, names) ->
            after.put(address, names.stream().filter(name -> !target.takes(name)).toList()));
    target.restored().forEach((address, names) -> after.merge(address, names, HostsResource::join));
    after.forEach((address, names) -> {
      String was = printed(observed.loopback().getOrDefault(address, List.of()));
      String is = printed(names);
      if (!String.valueOf(was).equals(String.valueOf(is))) {
        changes.add(Change.of(address, was, is));
      }
    });
    return changes;
  }

  @Override
  public void apply(
      HostsSpec spec, HostsObservation observed, List<Change> changes, Progress progress)
      throws Failure {
    Parts parts = file.read();
    HostsTarget target = HostsTarget.of(spec, observed(parts));
    List<Line> before = edited(parts.before(), target);
    target
        .restored()
        .forEach((address, names) -> before.add(Line.of(address + " " + String.join(" ", names))));
    Parts rest = parts.with(before, edited(parts.after(), target));
    file.write(target.block().map(rest::with).orElseGet(rest::withoutBlock), 0644, "root", "root");
  }

  private static HostsObservation observed(Parts parts) {
    Map<String, List<String>> loopback = new LinkedHashMap<>();
    for (List<Line> lines : List.of(parts.before(), parts.after())) {
      for (Line line : lines) {
        HostsLine.parse(line)
            .filter(HostsLine::isLoopback)
            .ifPresent(
                found -> loopback.merge(found.address(), found.names(), HostsResource::join));
      }
    }
    return new HostsObservation(parts.body(), loopback);
  }

  private static List<Line> edited(List<Line> lines, HostsTarget target) {
    List<Line> edited = new ArrayList<>();
    for (Line line : lines) {
      Optional<HostsLine> loopback = HostsLine.parse(line).filter(HostsLine::isLoopback);
      if (loopback.isEmpty() || loopback.get().names().stream().noneMatch(target::takes)) {
        edited.add(line);
      } else {
        loopback.get().without(target::takes).map(line::withText).ifPresent(edited::add);
      }
    }
    return edited;
  }

  private static List<String> join(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    second.stream().filter(name -> !all.contains(name)).forEach(all::add);
    return List.copyOf(all);
  }

  private static @Nullable String printed(List<String> names) {
    return names.isEmpty() ? null : String.join(" ", names);
  }
}
