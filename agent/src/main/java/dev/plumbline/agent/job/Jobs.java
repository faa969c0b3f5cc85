package dev.plumbline.agent.job;

import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.agent.job.mpi.RelayDesk;
import dev.plumbline.agent.job.mpi.RelayRequest;
import dev.plumbline.agent.job.order.Order;
import dev.plumbline.agent.job.order.Work;
import dev.plumbline.agent.job.report.Report;
import dev.plumbline.agent.job.report.Trouble;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All jobs of this node. Orders are taken at once and carried out job by job. */
public final class Jobs implements RelayDesk, Orders.Neighbours {
  private static final System.Logger LOG = System.getLogger(Jobs.class.getName());
  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
  private final Site site;
  private final Inspector inspector;
  private final Map<String, Orders> jobs = new ConcurrentHashMap<>();

  private Jobs(Site site) {
    this.site = site;
    this.inspector = new Inspector(site);
  }

  /** Finds again what earlier agents had, and carries on with it. */
  public static Jobs open(Site site) throws Failure {
    Jobs jobs = new Jobs(site);
    try {
      Files.createDirectories(site.jobs());
      // The users of jobs pass here to their folders; nothing can be listed.
      for (Path directory : List.of(site.jobs(), parent(site.jobs()))) {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx--x--x"));
      }
      try (Stream<Path> folders = Files.list(site.jobs())) {
        for (Path folder : folders.sorted().toList()) {
          jobs.find(new Folder(folder));
        }
      }
    } catch (IOException e) {
      throw FileTrouble.of("read", site.jobs(), e);
    }
    return jobs;
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  /** One job that cannot be read must not keep the others from being found. */
  private void find(Folder folder) {
    if (!Files.exists(folder.state())) {
      return; // An agent died while it made the folder: the next order finds it.
    }
    try {
      add(JobFile.read(folder.state()));
    } catch (Failure failure) {
      LOG.log(System.Logger.Level.ERROR, "{0}; {1}", failure.getMessage(), failure.remedy());
      endLost(String.valueOf(folder.top().getFileName()));
    }
  }

  /** Its controller hears that nothing is known of it, and would leave its programs alone. */
  private void endLost(String id) {
    if (ID.matcher(id).matches()) {
      Thread.ofVirtual().name("job " + id).start(() -> unknown(id, new Order.End()));
    }
  }

  private Orders add(JobState state) {
    Orders orders = new Orders(new LocalJob(site, state), this);
    jobs.put(state.id, orders);
    Thread.ofVirtual().name("job " + state.id).start(orders);
    return orders;
  }

  /** Takes an order; never waits. */
  public synchronized void submit(String id, Order order) {
    if (!ID.matcher(id).matches()) {
      LOG.log(System.Logger.Level.WARNING, "an order for a job ''{0}''", id);
      return;
    }
    Orders known = jobs.get(id);
    if (order instanceof Order.Inspect inspect) {
      Thread.ofVirtual()
          .name("look for job " + id)
          .start(() -> inspect(id, inspect, Optional.ofNullable(known)));
    } else if (known != null) {
      known.add(order);
    } else if (order instanceof Order.Prepare prepare) {
      add(new JobState(id, prepare.work()));
    } else {
      Thread.ofVirtual().name("job " + id).start(() -> unknown(id, order));
    }
  }

  /** Of a job that is not here there may still be something. */
  private void unknown(String id, Order order) {
    List<Trouble> problems = List.of();
    if (order instanceof Order.End) {
      try {
        new Sweep(site, id).removeUnits();
      } catch (Failure failure) {
        problems = List.of(Trouble.of(failure));
      }
    }
    site.answers().report(Report.unknown(id, Optional.empty(), problems));
  }

  private void inspect(String id, Order.Inspect order, Optional<Orders> known) {
    try {
      Optional<Work> work = known.map(orders -> orders.job().work()).or(order::work);
      var seen = inspector.look(order, id, work, active());
      if (known.isPresent()) {
        known.get().job().inspected(seen);
      } else {
        site.answers().report(Report.unknown(id, Optional.of(seen), List.of()));
      }
    } catch (Failure failure) {
      LOG.log(System.Logger.Level.WARNING, "job {0}: {1}", id, failure.getMessage());
      var busy =
          new dev.plumbline.agent.job.report.Inspection(
              order.token(),
              Map.of("busy", failure.getMessage() + "; " + failure.remedy()),
              List.of(),
              0);
      if (known.isPresent()) {
        known.get().job().inspected(busy);
      } else {
        site.answers().report(Report.unknown(id, Optional.of(busy), List.of()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Set<String> active() {
    Set<String> active = new TreeSet<>();
    for (Orders orders : jobs.values()) {
      if (orders.job().active()) {
        active.add(orders.job().id());
      }
    }
    return active;
  }

  @Override
  public boolean alone(LocalJob job) {
    return jobs.values().stream()
        .map(Orders::job)
        .noneMatch(other ->
            other != job && other.active() && other.work().user().equals(job.work().user()));
  }

  @Override
  public synchronized void forget(LocalJob job) {
    jobs.remove(job.id());
  }

  /** A controller is there: it hears of every job. */
  public void connected() {
    for (Orders orders : jobs.values()) {
      orders.job().announce();
    }
  }

  /** The controller is away. */
  public void disconnected() {
    for (Orders orders : jobs.values()) {
      orders.job().tail().disconnected();
    }
  }

  @Override
  public Accepted accept(RelayRequest request, long uid) throws Failure {
    Orders orders = jobs.get(request.job());
    if (orders == null) {
      throw new Failure(
          "'" + request.job() + "' is no job on " + site.node(),
          "start MPI programs with 'plumb run', and keep PLUMB_JOB_ID as it is");
    }
    return orders.job().accept(request, uid);
  }
}
