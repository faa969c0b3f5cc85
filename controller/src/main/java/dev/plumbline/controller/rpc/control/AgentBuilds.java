package dev.plumbline.controller.rpc.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The agent packages that first contact would install: {@code plumbline-agent-ARCH.build} holds the
 * build of one.
 */
public final class AgentBuilds {
  private final Path packages;

  public AgentBuilds(Path packages) {
    this.packages = packages;
  }

  /** The build for machines like this one; empty if there is no package. */
  String ours() {
    String architecture =
        System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
    Path build = packages.resolve("plumbline-agent-" + architecture + ".build");
    try {
      return Files.exists(build) ? Files.readString(build).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + build, e);
    }
  }

  /** Whether an agent need not be installed anew. Without packages there is nothing to install. */
  boolean isCurrent(String build) {
    Set<String> builds = all();
    return builds.isEmpty() || builds.contains(build);
  }

  private Set<String> all() {
    Set<String> builds = new HashSet<>();
    if (!Files.isDirectory(packages)) {
      return builds;
    }
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(packages, "plumbline-agent-*.build")) {
      for (Path file : files) {
        builds.add(Files.readString(file).strip());
      }
      return builds;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + packages, e);
    }
  }
}
