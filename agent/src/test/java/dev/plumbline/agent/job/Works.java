package dev.plumbline.agent.job;

import dev.plumbline.agent.job.order.Content;
import dev.plumbline.agent.job.order.Input;
import dev.plumbline.agent.job.order.Java;
import dev.plumbline.agent.job.order.Kind;
import dev.plumbline.agent.job.order.Mpi;
import dev.plumbline.agent.job.order.Place;
import dev.plumbline.agent.job.order.Placed;
import dev.plumbline.agent.job.order.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs of three nodes for tests. */
public final class Works {
  public static final List<Place> PLACES =
      List.of(
          new Place("n1", "192.168.56.10", 2, 2, 0),
          new Place("n2", "192.168.56.11", 2, 2, 0),
          new Place("n3", "192.168.56.12", 2, 1, 0));

  private Works() {}

  public static Work of(Kind kind, Mpi mpi, String... command) {
    return new Work(
        "test",
        kind,
        5,
        PLACES,
        List.of(command),
        List.of(),
        Map.of(),
        0,
        mpi,
        "someone",
        "192.168.56.0/24",
        Optional.empty());
  }

  /** One in which everything is set. */
  static Work full() {
    Content content = new Content("a".repeat(64), 7);
    return new Work(
        "full",
        Kind.MPI,
        5,
        PLACES,
        List.of("${inputs.data}", "--out=${outputs}", "a b"),
        List.of(
            new Input("data", true, List.of(new Placed("x/y", content, true))),
            new Input("my-file", false, List.of(new Placed("one.csv", content, false)))),
        Map.of("LD_LIBRARY_PATH", "${work}/lib", "OMP_NUM_THREADS", "1"),
        1 << 30,
        new Mpi(false, true, Map.of("coll_tuned_use_dynamic_rules", "1")),
        "someone",
        "192.168.56.0/24",
        Optional.of(
            new Java(
                "Main",
                List.of(new Placed("mpi.jar", content, false), new Placed("a.jar", content, false)),
                new Placed("runtime.tar.gz", content, false),
                List.of("-Xmx1g"))));
  }
}
