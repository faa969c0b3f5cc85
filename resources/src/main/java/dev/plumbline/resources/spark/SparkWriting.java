package dev.plumbline.resources.spark;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.containers.ContainerPlan;
import dev.plumbline.resources.host.containers.ContainerStatus;
import dev.plumbline.resources.host.containers.Containers;
import dev.plumbline.resources.host.contents.Contents;
import dev.plumbline.resources.host.files.Files;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes a node's part of Spark what it shall be. */
final class SparkWriting {
  private static final int SECRET_BYTES = 32;
  private static final String ROOT = "root";
  private final Containers containers;
  private final Contents contents;
  private final Files files;
  private final RandomGenerator random;

  SparkWriting(Containers containers, Contents contents, Files files, RandomGenerator random) {
    this.containers = containers;
    this.contents = contents;
    this.files = files;
    this.random = random;
  }

  void apply(SparkSpec spec, SparkObservation observed, List<Change> changes, Progress progress)
      throws Failure {
    if (SparkDiff.lacksImage(spec, observed)) {
      image(spec, progress);
    }
    if (!spec.needs().isEmpty()) {
      return;
    }
    Accounts.User user =
        observed
            .user()
            .orElseThrow(() ->
                new Failure("there is no user " + spec.user().orElse(""), "add it under `users`"));
    boolean anew =
        changes.stream()
            .map(Change::attribute)
            .anyMatch(each -> each.equals(SparkDiff.SECRET) || each.equals(SparkDiff.SETTINGS));
    List<ContainerPlan> wanted = Parts.of(spec, user);
    for (String name : observed.containers().keySet()) {
      boolean unwanted = wanted.stream().noneMatch(plan -> plan.name().equals(name));
      if (anew || unwanted) {
        containers.remove(name);
      }
    }
    directories(user);
    if (anew) {
      settings(spec, observed, user);
    }
    Optional<String> image = containers.image(spec.image().orElseThrow());
    SparkObservation now =
        new SparkObservation(
            true,
            Optional.of(user),
            image,
            observed.loaded(),
            observed.settings(),
            observed.containers());
    for (ContainerPlan plan : wanted) {
      progress.now("starting the " + Parts.word(plan.name()) + " of Spark");
      part(plan, now, anew);
    }
  }

  private void part(ContainerPlan plan, SparkObservation observed, boolean anew) throws Failure {
    ContainerStatus there = observed.containers().get(plan.name());
    if (there != null && !anew && SparkDiff.differences(plan, there, observed).isEmpty()) {
      if (!there.running()) {
        containers.start(plan.name());
      }
      return;
    }
    containers.remove(plan.name());
    containers.run(plan);
  }

  private void image(SparkSpec spec, Progress progress) throws Failure {
    String name = spec.image().orElseThrow();
    if (spec.content().isEmpty()) {
      containers.pull(name, progress);
      return;
    }
    Path archive = contents.bring(spec.content().get(), "the image of Spark", progress);
    progress.now("loading the image of Spark");
    containers.load(archive);
    String id =
        containers
            .image(name)
            .orElseThrow(() ->
                new Failure(
                    "the archive of the image of Spark holds no " + name,
                    "say the name under which 'docker save' wrote it, or save it anew"));
    directory(Paths.TOP, 0711, ROOT, ROOT);
    files.write(
        Paths.LOADED,
        (spec.content().get().hash() + " " + id + "\n").getBytes(StandardCharsets.UTF_8),
        0644,
        ROOT,
        ROOT);
  }

  private void directories(Accounts.User user) throws Failure {
    directory(Paths.TOP, 0711, ROOT, ROOT);
    directory(Paths.CONF, 0750, ROOT, Long.toString(user.gid()));
    directory(Paths.WORK, 0750, Long.toString(user.uid()), Long.toString(user.gid()));
  }

  private void directory(Path path, int mode, String owner, String group) throws Failure {
    if (files.status(path).isEmpty()) {
      files.makeDirectory(path, mode, owner, group);
    } else {
      files.setOwner(path, owner, group);
      files.setMode(path, mode);
    }
  }

  private void settings(SparkSpec spec, SparkObservation observed, Accounts.User user)
      throws Failure {
    Optional<Secret> wanted =
        spec.role().leads() ? observed.settings().flatMap(Settings::secret) : spec.known().secret();
    String secret =
        wanted
            .flatMap(Secret::value)
            .or(() -> spec.role().leads() ? made() : Optional.empty())
            .orElseThrow(
                () -> new Failure("the secret of Spark is not known", "run 'plumb apply' again"));
    files.write(
        Paths.SETTINGS,
        Settings.write(secret).getBytes(StandardCharsets.UTF_8),
        0440,
        ROOT,
        Long.toString(user.gid()));
  }

  private Optional<String> made() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return Optional.of(HexFormat.of().formatHex(bytes));
  }

  /** The image stays: other containers may use it. */
  void remove(Progress progress) throws Failure {
    progress.now("removing Spark");
    for (String name : Parts.names()) {
      if (containers.find(name).isPresent()) {
        containers.remove(name);
      }
    }
    files.remove(Paths.SETTINGS);
    if (files.status(Paths.CONF).isPresent()) {
      files.remove(Paths.CONF);
    }
  }
}
