package dev.plumbline.lab.node;

import dev.plumbline.lab.engine.Docker;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.machine.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what the nodes' apt has downloaded. Every node has an archives directory of its own, filled
 * with hard links from one pool; what it adds is linked back. So there is no lock between nodes,
 * and a package takes its room once. apt checks each file's hash before use, and a cache that
 * cannot be used costs a download, never a node.
 */
public final class Archives {
  private final Docker docker;
  private final String image;
  private final Path directory;
  private final Progress progress;

  /**
   * @param image in which the work is done: the files belong to root and _apt
   */
  public Archives(Docker docker, String image, Path directory, Progress progress) {
    this.docker = docker;
    this.image = image;
    this.directory = directory;
    this.progress = progress;
  }

  public Path of(String lab, String node) {
    return directory.resolve("nodes").resolve(lab).resolve(node);
  }

  /** Gives the nodes what the pool has. */
  public void lend(String lab, List<String> nodes) {
    work("lend", lab, nodes);
  }

  /** Takes into the pool what the lab's nodes have downloaded. */
  public void collect(String lab) {
    work("collect", lab, List.of());
  }

  /** Removes the lab's directories; the pool stays. */
  public void drop(String lab) {
    work("drop", lab, List.of());
  }

  /** Empties all of it, also what only root may remove. */
  public void empty() {
    work("empty", "all", List.of());
  }

  private void work(String verb, String lab, List<String> nodes) {
    List<String> words = new ArrayList<>(List.of("run", "--rm", "--interactive"));
    words.addAll(List.of("--network", "none", "--volume", directory + ":/apt"));
    words.addAll(List.of(image, "/bin/sh", "-s", "--", verb, lab));
    words.addAll(nodes);
    Finished done = docker.command(words).reading(script()).run();
    if (!done.ok()) {
      progress.say(
          "the cache of apt archives could not be used (" + verb + "): " + done.lastWords());
    }
  }

  private static String script() {
    try (InputStream stream = Archives.class.getResourceAsStream("archives.sh")) {
      if (stream == null) {
        throw new IllegalStateException("the lab's jar lacks archives.sh");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
