package dev.plumbline.lab.base;

import dev.plumbline.lab.engine.Docker;
import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Installer;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.lab.machine.Progress;
import dev.plumbline.lab.machine.StateDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engine's image of the base: there already, or built now. */
public final class BaseImage {
  private final Docker docker;
  private final StateDirectory state;
  private final Progress progress;

  public BaseImage(Docker docker, StateDirectory state, Progress progress) {
    this.docker = docker;
    this.state = state;
    this.progress = progress;
  }

  /** Its name; built first if this machine's apt configuration or the recipe is new. */
  public String ensure() {
    BaseRecipe recipe = BaseRecipe.ofThisMachine();
    if (!docker.call("image", "inspect", recipe.image()).ok()) {
      if (!StateDirectory.isRoot()) {
        throw new LabProblem(
            "the base of the nodes is not built yet and debootstrap needs root:"
                + " run 'plumb lab up' once with sudo");
      }
      if (!Installer.has("debootstrap")) {
        progress.step("install debootstrap", () -> install("debootstrap"));
      }
      String what = "build the base (" + recipe.apt().codename() + ", debootstrap)";
      progress.step(what, () -> build(recipe));
    }
    removeOthers(recipe.image());
    return recipe.image();
  }

  /** A base that is in the engine already, whichever. */
  public Optional<String> built() {
    return all().stream().findFirst();
  }

  /** Removes every base from the engine. */
  public void remove() {
    removeOthers("");
  }

  private static boolean install(String name) {
    Installer.install(List.of(name));
    return true;
  }

  private boolean build(BaseRecipe recipe) {
    Path log = state.base().resolve("build.log");
    Path root = state.base().resolve("root");
    delete(root);
    write(log, "");
    bootstrap(recipe, root, log);
    furnish(recipe, root);
    Command.of("chroot", root.toString(), "/bin/sh", "-s")
        .reading(recipe.finish())
        .logTo(log, "finishing the base");
    String pack = "tar -C \"$1\" --numeric-owner -c . | docker import - \"$2\"";
    Command.of("sh", "-c", pack, "pack", root.toString(), recipe.image())
        .with(docker.command().environment())
        .logTo(log, "importing the base into the engine");
    delete(root);
    return true;
  }

  private void bootstrap(BaseRecipe recipe, Path root, Path log) {
    AptSource main = recipe.apt().main();
    String signed =
        main.trusted()
            ? "--no-check-gpg"
            : main.keyring().isEmpty() ? "--force-check-gpg" : "--keyring=" + main.keyring();
    Path kept = state.archives().resolve("base");
    try {
      Files.createDirectories(kept);
    } catch (IOException e) {
      throw new LabProblem("cannot make " + kept + ": " + e.getMessage(), e);
    }
    Command.of(
            "debootstrap",
            "--variant=minbase",
            signed,
            "--cache-dir=" + kept,
            "--components=" + String.join(",", main.components()),
            "--include=" + String.join(",", BaseRecipe.PACKAGES),
            recipe.apt().codename(),
            root.toString(),
            recipe.apt().mirror())
        .logTo(log, "debootstrap");
  }

  /** Lays down what the last script and the node's apt need. */
  private static void furnish(BaseRecipe recipe, Path root) {
    Path apt = root.resolve("etc/apt");
    delete(apt.resolve("sources.list"));
    List<String> stanzas = recipe.apt().sources().stream().map(AptSource::deb822).toList();
    Path sources = apt.resolve("sources.list.d/" + recipe.apt().distribution() + ".sources");
    write(sources, String.join("\n", stanzas));
    write(apt.resolve("apt.conf.d/90machine"), recipe.apt().settings());
    Path authorities = root.resolve("usr/local/share/ca-certificates");
    for (Map.Entry<String, String> one : recipe.authorities().entrySet()) {
      write(authorities.resolve(one.getKey()), one.getValue());
    }
    try {
      Path resolver = root.resolve("etc/resolv.conf");
      Files.deleteIfExists(resolver);
      Files.copy(
          Path.of("/etc/resolv.conf").toRealPath(), resolver, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new LabProblem("cannot give the base a resolv.conf: " + e.getMessage(), e);
    }
  }

  /** An image that a node still uses stays; the engine refuses to remove it. */
  private void removeOthers(String kept) {
    all().stream()
        .filter(image -> !image.equals(kept))
        .forEach(image -> docker.call("image", "rm", image));
  }

  /** By their name: a node that was saved has the label of its base too. */
  private List<String> all() {
    String byName = "{{.Repository}}:{{.Tag}}";
    return docker.lines("listing the bases", "images", "--format", byName, BaseRecipe.REPOSITORY);
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new LabProblem("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  /** With rm, which unlike a walk of our own never follows what a package put there. */
  private static void delete(Path path) {
    Command.of("rm", "-rf", "--one-file-system", path.toString()).output("removing " + path);
  }
}
