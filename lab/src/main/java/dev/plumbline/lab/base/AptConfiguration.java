package dev.plumbline.lab.base;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.LabProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Where this machine has its packages from, and so its nodes too.
 *
 * @param distribution the ID of os-release, e.g. {@code debian}
 * @param codename e.g. {@code bookworm}: the suite that a node is made of
 * @param sources the distribution's own ones, with updates and security
 * @param settings lines of apt.conf: proxies and other ways of fetching
 */
record AptConfiguration(
    String distribution, String codename, List<AptSource> sources, String settings) {
  private static final List<String> POCKETS = List.of("", "-updates", "-security", "-backports");
  private static final List<String> SETTINGS =
      List.of(
          "Acquire::http",
          "Acquire::https",
          "Acquire::Check-",
          "Acquire::Retries",
          "Acquire::Languages",
          "Acquire::ForceIPv");

  static AptConfiguration ofThisMachine() {
    Properties os = new Properties();
    Path release = Path.of("/etc/os-release");
    try (var reader = Files.newBufferedReader(release)) {
      os.load(reader);
    } catch (IOException e) {
      throw new LabProblem("cannot read " + release + ": " + e.getMessage(), e);
    }
    String codename = os.getProperty("VERSION_CODENAME", "").replace("\"", "");
    String dump = Command.exists("apt-config") ? Command.of("apt-config", "dump").run().out() : "";
    return new AptConfiguration(
        os.getProperty("ID", "").replace("\"", ""),
        codename,
        ofDistribution(codename, all(Path.of("/etc/apt"))),
        settings(dump, System.getenv()));
  }

  /** The source that has the suite itself: what debootstrap fetches from. */
  AptSource main() {
    return sources.stream()
        .filter(source -> source.suites().contains(codename))
        .filter(source -> source.components().contains("main"))
        .filter(source -> source.uris().stream().anyMatch(AptConfiguration::plain))
        .findFirst()
        .orElseThrow(() ->
            new LabProblem(
                "the lab makes its nodes from this machine's own apt sources, and found no "
                    + "source of '"
                    + codename
                    + " main' in /etc/apt: run it on Debian or Ubuntu"));
  }

  String mirror() {
    return main().uris().stream().filter(AptConfiguration::plain).findFirst().orElseThrow();
  }

  static boolean plain(String uri) {
    return uri.startsWith("http://") || uri.startsWith("https://") || uri.startsWith("file:");
  }

  /** Only what the distribution itself signs: a vendor's source may carry the same suite's name. */
  static List<AptSource> ofDistribution(String codename, List<AptSource> sources) {
    List<String> suites = POCKETS.stream().map(pocket -> codename + pocket).toList();
    return sources.stream()
        .filter(source -> source.keyring().isEmpty() || ofArchive(source.keyring()))
        .map(
            source -> source.withSuites(source.suites().stream().filter(suites::contains).toList()))
        .filter(source -> !source.suites().isEmpty())
        .filter(source -> source.uris().stream().noneMatch(uri -> uri.startsWith("cdrom:")))
        .toList();
  }

  private static boolean ofArchive(String keyring) {
    return keyring.contains("debian-archive") || keyring.contains("ubuntu-archive");
  }

  /** apt's own settings first; a proxy of the environment where apt names none. */
  static String settings(String dump, Map<String, String> environment) {
    List<String> lines =
        new ArrayList<>(
            dump.lines()
                .filter(line -> SETTINGS.stream().anyMatch(line::startsWith))
                .filter(line -> !line.endsWith(" \"\";"))
                .toList());
    for (String scheme : List.of("http", "https")) {
      String key = "Acquire::" + scheme + "::Proxy";
      String proxy = environment.getOrDefault(scheme + "_proxy", "");
      if (!proxy.isEmpty() && lines.stream().noneMatch(line -> line.startsWith(key + " "))) {
        lines.add(key + " \"" + proxy + "\";");
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<AptSource> all(Path etc) {
    try {
      List<Path> files = new ArrayList<>();
      files.add(etc.resolve("sources.list"));
      Path more = etc.resolve("sources.list.d");
      if (Files.isDirectory(more)) {
        try (Stream<Path> listed = Files.list(more)) {
          listed.sorted().forEach(files::add);
        }
      }
      List<AptSource> sources = new ArrayList<>();
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (name.endsWith(".list") && Files.exists(file)) {
          sources.addAll(SourcesFormat.oneLine(Files.readString(file)));
        } else if (name.endsWith(".sources")) {
          sources.addAll(SourcesFormat.deb822(Files.readString(file)));
        }
      }
      return sources;
    } catch (IOException e) {
      throw new LabProblem("cannot read this machine's apt sources: " + e.getMessage(), e);
    }
  }
}
