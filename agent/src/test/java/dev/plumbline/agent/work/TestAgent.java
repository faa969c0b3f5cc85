package dev.plumbline.agent.work;

import dev.plumbline.agent.engine.Bench;
import dev.plumbline.agent.engine.Engine;
import dev.plumbline.agent.engine.World;
import dev.plumbline.agent.engine.Zoo;
import dev.plumbline.agent.journal.Assignment;
import dev.plumbline.agent.journal.CatalogFile;
import dev.plumbline.agent.journal.Journal;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.catalog.Catalog;
import dev.plumbline.resources.catalog.CatalogCodec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The worker of node n1 over a scripted world, with its state in a directory. */
public final class TestAgent {
  private final Registry registry;
  private final Thread thread;
  public final Worker worker;

  public TestAgent(World world, Path directory, Answers answers) throws Failure {
    this(world, directory, answers, new ScriptedGuards(Map.of()));
  }

  TestAgent(World world, Path directory, Answers answers, ScriptedGuards guards) throws Failure {
    registry = Zoo.registry(world);
    List<Journal.Past> past = new ArrayList<>();
    Journal journal = Journal.open(directory.resolve("journal"), past);
    worker =
        new Worker(
            "n1",
            registry,
            new Engine(registry, Bench.NONE),
            new Worker.Memory(
                journal, past, CatalogFile.open(directory.resolve("catalog")), guards),
            () -> world.does("finish leftovers"),
            () -> Map.of("cpu.count", "2"),
            answers,
            System::nanoTime);
    thread = Thread.ofPlatform().name("engine").daemon().start(worker);
  }

  /** Lets the worker stop where it stands, as if the process were killed. */
  void kill() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  public Assignment assignment(long revision, Catalog.Entry... entries) {
    return new Assignment(
        CatalogCodec.encode(new Catalog("n1", List.of(entries)), registry), 1, revision);
  }

  void plan(String id, Catalog.Entry... entries) {
    worker.submit(new Request.Plan(id, Optional.of(assignment(1, entries))));
  }

  void drift(String id) {
    worker.submit(new Request.Plan(id, Optional.empty()));
  }

  void apply(String id, Catalog.Entry... entries) {
    worker.submit(new Request.Apply(id, assignment(1, entries), Optional.empty()));
  }
}
