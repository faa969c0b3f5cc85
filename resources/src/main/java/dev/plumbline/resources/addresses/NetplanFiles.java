package dev.plumbline.resources.addresses;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.yaml.Yaml;
import dev.plumbline.resources.value.Value;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files that netplan takes together. */
final class NetplanFiles {
  /** A file hides those of the same name in the directories before it (netplan-generate(8)). */
  static final List<Path> DIRECTORIES =
      List.of(Path.of("/lib/netplan"), OwnFile.DIRECTORY, Path.of("/run/netplan"));

  private final Files files;
  private final Yaml yaml;

  NetplanFiles(Files files, Yaml yaml) {
    this.files = files;
    this.yaml = yaml;
  }

  /** In netplan's order: by name, whatever the directory. */
  List<NetplanFile> read() throws Failure {
    Map<String, Path> byName = new TreeMap<>();
    for (Path directory : DIRECTORIES) {
      for (String name : files.list(directory)) {
        if (name.endsWith(".yaml")) {
          byName.put(name, directory.resolve(name));
        }
      }
    }
    List<NetplanFile> read = new ArrayList<>();
    for (Path path : byName.values()) {
      byte[] content = files.read(path).orElse(new byte[0]);
      String text = new String(content, StandardCharsets.UTF_8);
      Optional<Value> root = yaml.read(text, path.toString());
      read.add(new NetplanFile(path, text, root));
    }
    return read;
  }
}
