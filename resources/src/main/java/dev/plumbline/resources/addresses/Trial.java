package dev.plumbline.resources.addresses;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Has netplan read the files that are to be, in a directory of their own. */
final class Trial {
  private final Files files;
  private final Processes processes;

  Trial(Files files, Processes processes) {
    this.files = files;
    this.processes = processes;
  }

  /**
   * @param all the files as they are
   * @param others what some of them become
   * @param own what ours becomes
   * @throws Failure if netplan would not take them together
   */
  void check(String nic, List<NetplanFile> all, Map<Path, String> others, String own)
      throws Failure {
    Path root = Path.of("/run/plumbline-netplan-" + nic);
    Map<String, String> texts = new LinkedHashMap<>();
    all.forEach(file -> texts.put(name(file.path()), file.text()));
    others.forEach((path, text) -> texts.put(name(path), text));
    texts.put(name(OwnFile.path(nic)), own);
    remove(root);
    try {
      Path directory = root;
      files.makeDirectory(directory, 0700, "root", "root");
      for (Path part : Path.of("etc/netplan")) {
        directory = directory.resolve(part);
        files.makeDirectory(directory, 0700, "root", "root");
      }
      for (Map.Entry<String, String> text : texts.entrySet()) {
        byte[] content = text.getValue().getBytes(StandardCharsets.UTF_8);
        files.write(directory.resolve(text.getKey()), content, 0600, "root", "root");
      }
      Result result =
          processes.run(Command.of("netplan", "generate", "--root-dir", root.toString()));
      if (!result.succeeded()) {
        throw new Failure(
            "netplan would not take the configuration of " + nic + ": " + reason(result, root),
            "correct `addresses`, or the netplan file that is named; nothing was changed");
      }
    } finally {
      remove(root);
    }
  }

  /** What netplan complains of, without the line and the marker that it shows below. */
  private static String reason(Result result, Path root) {
    return result
        .err()
        .lines()
        .filter(line -> line.contains("rror"))
        .findFirst()
        .orElse(result.lastLine())
        .replace(root.toString(), "")
        .strip();
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private void remove(Path root) throws Failure {
    if (files.status(root).isPresent()) {
      processes.mustRun(
          Command.of("rm", "--recursive", "--force", root.toString()),
          "remove " + root + " on the node");
    }
  }
}
