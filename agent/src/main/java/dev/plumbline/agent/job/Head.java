package dev.plumbline.agent.job;

import dev.plumbline.agent.job.mpi.Mpirun;
import dev.plumbline.agent.job.mpi.RelayDesk;
import dev.plumbline.agent.job.mpi.RelayRequest;
import dev.plumbline.agent.job.mpi.Verdict;
import dev.plumbline.agent.job.order.Exit;
import dev.plumbline.agent.job.order.Kind;
import dev.plumbline.agent.job.order.Order;
import dev.plumbline.agent.job.order.Place;
import dev.plumbline.agent.job.order.Work;
import dev.plumbline.agent.job.report.Relay;
import dev.plumbline.agent.job.spark.LocalSpark;
import dev.plumbline.agent.job.spark.Present;
import dev.plumbline.agent.job.spark.Submission;
import dev.plumbline.agent.job.unit.UnitPlan;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** The program of a job on this node, and what mpirun asks of other nodes for it. */
final class Head {
  private static final Pattern RELAY = Pattern.compile("[a-z0-9]{1,32}");
  private static final int TAIL = 1 << 16;

  /** What docker run ends with when there was nothing to run. */
  private static final int NO_CONTAINER = 125;

  private static final int LAST_LINES = 20;
  private final Site site;
  private final String job;
  private final Work work;
  private final Map<String, Relay> relays = new TreeMap<>();
  private final Map<String, CompletableFuture<Exit>> ends = new TreeMap<>();

  Head(Site site, String job, Work work) {
    this.site = site;
    this.job = job;
    this.work = work;
  }

  /** The unit of the program. */
  UnitPlan plan(Order.Start start) throws Failure {
    Accounts.User user = site.user(work.user());
    Place here =
        work.place(site.node())
            .orElseThrow(
                () -> new Failure(site.node() + " is no node of job " + job, "run the job again"));
    return switch (work.kind()) {
      case COMMAND, MPI -> program(start, user, here);
      case SPARK -> driver(start, user);
    };
  }

  private UnitPlan program(Order.Start start, Accounts.User user, Place here) throws Failure {
    Folder folder = site.folder(job);
    Surroundings surroundings = new Surroundings(job, work, folder);
    Map<String, String> secrets = start.secrets().values();
    String java = "";
    String libraries = "";
    if (work.java().isPresent()) {
      java = site.contents().runtimes().java(work.java().get().runtime()).toString();
      libraries =
          Files.isDirectory(Bring.libraryDirectory(folder))
              ? Bring.libraryDirectory(folder).toString()
              : "";
    }
    List<String> program = surroundings.program(java, libraries);
    if (work.kind() == Kind.MPI) {
      program =
          Mpirun.command(
              work,
              Orteds.network(work, here),
              new Mpirun.Files(site.shim(), folder.hostfile(), folder.work(), folder.launcher()),
              forwarded(secrets.keySet()),
              program);
    }
    Launch launch =
        Launch.as(
            user,
            program,
            surroundings.environment(user, site.node(), start.generation(), secrets),
            secrets.keySet());
    return unit(launch.command(), launch.environment(), Orteds.memory(work, here));
  }

  /** As root, because it asks the engine; the driver itself is the job's user. */
  private UnitPlan driver(Order.Start start, Accounts.User user) throws Failure {
    LocalSpark spark = site.host().spark();
    Present here = spark.present().orElseThrow(this::noSpark);
    if (!here.user().equals(user.uid() + ":" + user.gid())) {
      throw new Failure(
          "Spark on " + site.node() + " runs as " + here.user() + ", and the job as " + user.name(),
          "name one user in both: `user` of `spark` in the inventory, and of the job");
    }
    Folder folder = site.folder(job);
    Surroundings surroundings = new Surroundings(job, work, folder);
    Map<String, String> inside =
        surroundings.environment(user, site.node(), start.generation(), Map.of());
    List.of("PATH", "SHELL").forEach(inside::remove);
    inside.put("HOME", folder.work().toString());
    Map<String, String> secrets = start.secrets().values();
    Submission submission =
        new Submission(
            job,
            work.spark().orElseThrow(this::noSpark),
            here,
            folder.program(),
            List.of(folder.inputs(), folder.program()),
            folder.work(),
            folder.outputs(),
            secrets.isEmpty() ? Optional.empty() : Optional.of(spark.keep(job, user, secrets)));
    return unit(
        submission.command(inside, surroundings.program("", ""), surroundings.conf()),
        Map.of("PATH", "/usr/bin:/bin"),
        0);
  }

  private UnitPlan unit(List<String> command, Map<String, String> environment, long memory) {
    Folder folder = site.folder(job);
    return new UnitPlan(
        Sweep.program(job),
        "Plumbline: job " + job + " " + work.name(),
        command,
        environment,
        folder.work(),
        folder.log(),
        memory);
  }

  private Failure noSpark() {
    return new Failure(
        "Spark does not run on " + site.node(), "add `spark` to its state, and `plumb apply`");
  }

  private static Set<String> forwarded(Set<String> secrets) {
    Set<String> names = new TreeSet<>(secrets);
    names.add("PLUMB_GENERATION");
    return names;
  }

  /** How the program ended. */
  Exit exit(int code) throws Failure {
    String log = Orteds.tail(site.folder(job).log(), TAIL);
    if (work.kind() == Kind.MPI) {
      return Verdict.of(code, log, Mpirun.nodes(work), this::named);
    }
    if (code == 0) {
      return Exit.of(0);
    }
    List<String> lines = log.lines().filter(line -> !line.isBlank()).toList();
    String last =
        String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    String cause = code > 128 && code < 192 ? "ended by signal " + (code - 128) : "";
    if (work.kind() == Kind.SPARK && code == NO_CONTAINER && log.contains("docker: ")) {
      return new Exit(
          code,
          "the Docker engine could not start the driver",
          last,
          OptionalInt.empty(),
          Exit.Blame.LAUNCHER);
    }
    return new Exit(code, cause, last, OptionalInt.empty(), Exit.Blame.PROGRAM);
  }

  private String named(String address) {
    return work.places().stream()
        .filter(place -> place.address().equals(address))
        .map(Place::node)
        .findFirst()
        .orElse(address);
  }

  /** Takes a request of mpirun's shim; what is refused is refused with a reason. */
  synchronized RelayDesk.Accepted accept(RelayRequest request, long uid) throws Failure {
    Accounts.User user = site.user(work.user());
    if (uid != user.uid()) {
      throw new Failure(
          "job "
              + job
              + " runs as "
              + user.name()
              + " ("
              + user.uid()
              + "), and uid "
              + uid
              + " asks for its orteds",
          "start MPI programs with 'plumb run'");
    }
    if (work.kind() != Kind.MPI || work.mpi().ssh() || !work.startsOn(site.node())) {
      throw new Failure(
          "job " + job + " starts nothing through the agents of other nodes",
          "start MPI programs with 'plumb run'");
    }
    Place target = target(request.target());
    if (!request.relay().isEmpty()) {
      return again(request, target);
    }
    for (Relay relay : relays.values()) {
      if (relay.target().equals(target.node()) && relay.exit().isEmpty()) {
        throw new Failure(
            "mpirun of job " + job + " has asked for an orted on " + target.node() + " already",
            "start one mpirun per job");
      }
    }
    String id = Long.toString(site.time().random().nextLong() >>> 1, 36);
    return add(id, target, request.arguments());
  }

  private RelayDesk.Accepted again(RelayRequest request, Place target) throws Failure {
    if (!RELAY.matcher(request.relay()).matches()) {
      throw new Failure("'" + request.relay() + "' is no id of a relay", "run the job again");
    }
    Relay known = relays.get(request.relay());
    if (known == null) {
      return add(request.relay(), target, request.arguments());
    }
    return new RelayDesk.Accepted(known.id(), end(known.id()));
  }

  private RelayDesk.Accepted add(String id, Place target, List<String> arguments) {
    Relay relay = new Relay(id, target.node(), arguments, Optional.empty());
    CompletableFuture<Exit> end = end(id);
    Optional<Exit> exit = end.isDone() ? Optional.of(end.join()) : Optional.empty();
    relays.put(id, exit.map(relay::ended).orElse(relay));
    return new RelayDesk.Accepted(id, end);
  }

  private CompletableFuture<Exit> end(String relay) {
    return ends.computeIfAbsent(relay, id -> new CompletableFuture<>());
  }

  private Place target(String named) throws Failure {
    for (Place place : work.places()) {
      if ((place.address().equals(named) || place.node().equals(named))
          && !place.node().equals(site.node())) {
        return place;
      }
    }
    throw new Failure(
        "mpirun of job " + job + " asks for " + named + ", which is no other node of the job",
        "leave the hosts to Plumbline: no --host and no --hostfile in the job");
  }

  /** An orted has ended; it may be said before its shim has come back. */
  synchronized void ended(String relay, Exit exit) {
    end(relay).complete(exit);
    relays.computeIfPresent(relay, (id, known) -> known.ended(exit));
  }

  synchronized List<Relay> relays() {
    return List.copyOf(relays.values());
  }
}
