package dev.plumbline.resources.spark;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.Exporting;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.Refusing;
import dev.plumbline.resources.Resource;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.Settled;
import dev.plumbline.resources.docker.DockerUnit;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.containers.ContainerStatus;
import dev.plumbline.resources.host.containers.Containers;
import dev.plumbline.resources.host.contents.Contents;
import dev.plumbline.resources.host.files.Files;
import dev.plumbline.resources.host.units.UnitStatus;
import dev.plumbline.resources.host.units.Units;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Observes and changes a node's part of Spark. */
public final class SparkResource
    implements Resource<SparkSpec, SparkObservation>,
        Refusing<SparkSpec, SparkObservation>,
        Settled<SparkObservation>,
        Exporting<SparkSpec, SparkObservation> {
  public static final ResourceType<SparkSpec> TYPE =
      ResourceType.one(
          SparkSpec.KIND,
          SparkSpec.class,
          ports ->
              new SparkResource(
                  ports.get(Containers.class),
                  ports.get(Contents.class),
                  ports.get(Files.class),
                  ports.get(Units.class),
                  ports.get(Accounts.class),
                  new SecureRandom()));

  private final Containers containers;
  private final Files files;
  private final Units units;
  private final Accounts accounts;
  private final SparkWriting writing;

  public SparkResource(
      Containers containers,
      Contents contents,
      Files files,
      Units units,
      Accounts accounts,
      RandomGenerator random) {
    this.containers = containers;
    this.files = files;
    this.units = units;
    this.accounts = accounts;
    this.writing = new SparkWriting(containers, contents, files, random);
  }

  @Override
  public SparkObservation observe(SparkSpec spec) throws Failure {
    UnitStatus status = units.status(DockerUnit.NAME);
    Optional<Settings> settings = text(Paths.SETTINGS).map(Settings::read);
    Optional<Accounts.User> user =
        accounts.users().stream()
            .filter(each -> spec.user().filter(each.name()::equals).isPresent())
            .findFirst();
    if (!status.running()) {
      return new SparkObservation(
          !DockerUnit.installed(status),
          user,
          Optional.empty(),
          Optional.empty(),
          settings,
          Map.of());
    }
    Map<String, ContainerStatus> there = new TreeMap<>();
    for (String name : Parts.names()) {
      containers.find(name).ifPresent(found -> there.put(name, found));
    }
    Optional<String> image =
        spec.image().isPresent() ? containers.image(spec.image().get()) : Optional.empty();
    return new SparkObservation(true, user, image, loaded(image), settings, there);
  }

  /** The archive that the image came from, if it is still that image. */
  private Optional<String> loaded(Optional<String> image) throws Failure {
    return text(Paths.LOADED)
        .map(text -> text.strip().split(" ", 2))
        .filter(words -> words.length == 2 && image.filter(words[1]::equals).isPresent())
        .map(words -> words[0]);
  }

  private Optional<String> text(Path path) throws Failure {
    return files.read(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  @Override
  public List<Change> diff(SparkSpec spec, SparkObservation observed) {
    return SparkDiff.of(spec, observed);
  }

  @Override
  public Optional<Failure> refuse(
      SparkSpec spec, SparkObservation observed, List<Change> changes, Set<ResourceId> awaits) {
    if (spec.role() == Role.NONE || !awaits.isEmpty()) {
      return Optional.empty();
    }
    if (!observed.known()) {
      return Optional.of(
          new Failure(
              "the Docker engine does not run, so Spark cannot",
              "add `docker: {}` to the node's state, or start the engine"));
    }
    if (observed.user().isEmpty()) {
      return Optional.of(
          new Failure(
              "there is no user " + spec.user().orElse("") + ", who Spark shall run as",
              "add it under `users`"));
    }
    return observed
        .user()
        .filter(user -> user.uid() == 0 || user.gid() == 0)
        .map(user ->
            new Failure(
                "user "
                    + user.name()
                    + " has the uid or the gid of root, which Spark must not have",
                "name another user"));
  }

  @Override
  public boolean mayBeSettled(SparkObservation observed) {
    return !observed.known();
  }

  @Override
  public List<Export> exports(SparkSpec spec, SparkObservation observed) {
    return spec.role().leads()
        ? observed
            .settings()
            .flatMap(Settings::secret)
            .flatMap(Secret::value)
            .map(value -> List.of(Export.secret(SparkSpec.SECRET, value)))
            .orElse(List.of())
        : List.of();
  }

  @Override
  public void apply(
      SparkSpec spec, SparkObservation observed, List<Change> changes, Progress progress)
      throws Failure {
    if (spec.role() == Role.NONE) {
      writing.remove(progress);
    } else {
      writing.apply(spec, observed, changes, progress);
    }
  }
}
