package dev.plumbline.agent.install;

import dev.plumbline.agent.disk.AtomicFile;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.json.Tree;
import dev.plumbline.agent.rpc.LinkListener;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Writes down and logs whether the controller is there, when that changes. */
public final class ConnectionFile implements LinkListener {
  private static final System.Logger LOG = System.getLogger(ConnectionFile.class.getName());
  private static final int MOST = 100;
  private final Path file;
  private final InstantSource clock;
  private final long pid;
  private final Set<String> said = new HashSet<>();

  public ConnectionFile(Path file, InstantSource clock, long pid) {
    this.file = file;
    this.clock = clock;
    this.pid = pid;
  }

  @Override
  public void connected(String controller, String cluster) {
    LOG.log(System.Logger.Level.INFO, "connected to {0} of cluster {1}", controller, cluster);
    said.clear();
    write(new Tree.Writer().flag("connected", true).text("controller", controller));
  }

  /**
   * Says the same only once: a controller may be away for days, and one that refuses us may do so
   * in two ways by turns.
   */
  @Override
  public void disconnected(String controller, String why) {
    String line = controller + ": " + why;
    if (said.size() > MOST) {
      said.clear();
    }
    if (said.add(line)) {
      LOG.log(System.Logger.Level.WARNING, "no connection to {0}", line);
      write(new Tree.Writer().flag("connected", false).text("reason", line));
    }
  }

  private void write(Tree.Writer state) {
    state.text("since", clock.instant().toString()).number("pid", pid);
    try {
      Files.createDirectories(file.getParent());
      AtomicFile.write(file, state.json().getBytes(StandardCharsets.UTF_8));
    } catch (IOException | Failure e) {
      LOG.log(
          System.Logger.Level.WARNING, "'plumbline-agent status' is stale: {0}", e.getMessage());
    }
  }

  /** What the agent that runs wrote last; empty if none runs. */
  static Optional<Tree> read(Path file) throws Failure {
    try {
      Tree tree = Tree.read(Files.readString(file), file.toString());
      return ProcessHandle.of(tree.number("pid")).map(_ -> tree);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw FileTrouble.of("read", file, e);
    }
  }
}
