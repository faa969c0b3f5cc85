package dev.plumbline.agent.install;

import dev.plumbline.agent.dbus.BusErrorException;
import dev.plumbline.agent.dbus.Systemd1;
import dev.plumbline.agent.disk.AtomicFile;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.guard.Unconfirmed;
import dev.plumbline.agent.identity.Identity;
import dev.plumbline.agent.json.Tree;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.ResourceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes the agent a service of this node, and undoes it. */
public final class Installation {
  private final Layout layout;
  private final Systemd1 systemd;
  private final Unconfirmed unconfirmed;

  public Installation(Layout layout, Systemd1 systemd, Unconfirmed unconfirmed) {
    this.layout = layout;
    this.systemd = systemd;
    this.unconfirmed = unconfirmed;
  }

  /**
   * Installs what one JSON document says, and starts the agent anew.
   *
   * @param document node, cluster, controllers, ca (PEM), certificate (PEM)
   */
  public void install(InputStream document, Unpacked from) throws Failure {
    Settings settings;
    Tree tree;
    try {
      String json = new String(document.readAllBytes(), StandardCharsets.UTF_8);
      tree = Tree.read(json, "the document");
      settings = Settings.of(tree);
      new Identity(layout.identity()).install(tree.text("certificate"), tree.text("ca"));
    } catch (IOException | IllegalArgumentException e) {
      throw new Failure(
          "cannot read what to install: " + e.getMessage(),
          "use 'plumb agent install', which sends it",
          e);
    }
    settings.write(layout.settings());
    link(from.home());
    writeUnit(Layout.UNIT);
    writeUnit(Layout.GUARD_UNIT);
    start();
  }

  /**
   * Ends the agent, undoes what waits to be confirmed, and removes everything of ours.
   *
   * @return what was undone
   * @throws Failure if something could not be undone; what would undo it is still there then
   */
  public List<ResourceId> remove() throws Failure {
    if (Files.exists(layout.unitFile(Layout.UNIT))) {
      stop();
    }
    List<ResourceId> undone = unconfirmed.undo();
    if (Files.exists(layout.unitFile(Layout.UNIT))) {
      systemd.disable(Layout.UNIT);
    }
    if (Files.exists(layout.unitFile(Layout.GUARD_UNIT))) {
      systemd.disable(Layout.GUARD_UNIT);
    }
    for (Path path :
        List.of(
            layout.unitFile(Layout.UNIT),
            layout.unitFile(Layout.GUARD_UNIT),
            layout.runtime(),
            layout.state(),
            layout.packages())) {
      delete(path);
    }
    systemd.reload();
    forget();
    return undone;
  }

  /** An agent that had to be killed stays in systemd's list as a failure, also without its file. */
  private void forget() throws Failure {
    try {
      systemd.resetFailed(Layout.UNIT);
    } catch (BusErrorException e) {
      if (!e.name().endsWith("NoSuchUnit")) {
        throw new Failure(
            "the failure of " + Layout.UNIT + " cannot be forgotten: " + e.getMessage(),
            "try 'systemctl reset-failed " + Layout.UNIT + "' on the node",
            e);
      }
    }
  }

  private void link(Path home) throws Failure {
    Path fresh = layout.packages().resolve("current.new");
    try {
      Files.createDirectories(layout.packages());
      Files.deleteIfExists(fresh);
      Files.createSymbolicLink(fresh, home.toRealPath());
      Files.move(fresh, layout.current(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileTrouble.of("write", layout.current(), e);
    }
  }

  private void writeUnit(String name) throws Failure {
    try (InputStream unit = Installation.class.getResourceAsStream(name)) {
      if (unit == null) {
        throw new IllegalStateException("the agent's jar lacks " + name);
      }
      AtomicFile.write(
          layout.unitFile(name),
          unit.readAllBytes(),
          file ->
              Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--")));
    } catch (IOException e) {
      throw FileTrouble.of("write", layout.unitFile(name), e);
    }
  }

  private void start() throws Failure {
    systemd.reload();
    systemd.enable(Layout.UNIT);
    systemd.enable(Layout.GUARD_UNIT);
    try {
      String result = systemd.job("RestartUnit", Layout.UNIT);
      if (!result.equals("done")) {
        throw new Failure(
            "the agent is installed and does not start (" + result + ")",
            "look into its journal on the node: journalctl -e -u " + Layout.UNIT);
      }
    } catch (BusErrorException e) {
      throw new Failure(
          "the agent is installed and does not start: " + e.getMessage(),
          "look into its journal on the node: journalctl -e -u " + Layout.UNIT,
          e);
    }
  }

  private void stop() throws Failure {
    try {
      systemd.job("StopUnit", Layout.UNIT);
    } catch (BusErrorException e) {
      if (!e.name().endsWith("NoSuchUnit")) {
        throw new Failure(
            "the agent does not end: " + e.getMessage(),
            "end it with 'systemctl stop " + Layout.UNIT + "' on the node",
            e);
      }
    }
  }

  private static void delete(Path path) throws Failure {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw FileTrouble.of("remove", path, e);
    }
  }
}
