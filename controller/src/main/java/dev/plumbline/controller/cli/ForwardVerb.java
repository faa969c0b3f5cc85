package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.forward.Door;
import dev.plumbline.controller.cli.forward.Visitors;
import dev.plumbline.controller.cli.json.Json;
import dev.plumbline.controller.client.page.Pages;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** {@code plumb forward spark}: pages of Spark at ports of this machine, until Ctrl-C. */
final class ForwardVerb implements Verb {
  /** So many pages at once, as many as a browser asks one server for. */
  private static final int SLOTS = 6;

  private static final int MASTER_PORT = 8080;
  private static final int DRIVER_PORT = 4040;
  private static final int HIGHEST = 65_535;
  private static final Pages.Request PROBE = new Pages.Request(true, "/", "127.0.0.1", "", "");

  @Override
  public int run(Invocation invocation) {
    long job = JobIds.of(invocation);
    int masterPort = port(invocation, Commands.PORT, MASTER_PORT);
    int driverPort = port(invocation, Commands.DRIVER_PORT, DRIVER_PORT);
    PageWay way = new PageWay(invocation);
    Pages.Found found = way.find(job);
    way.get(new Pages.Owner.Master(found.master()), PROBE, _ -> {});
    try (Door master = open(masterPort, Commands.PORT);
        Door driver = open(driverPort, Commands.DRIVER_PORT)) {
      Semaphore slots = new Semaphore(SLOTS, true);
      master.serve(Visitors.ofMaster(found.master(), way, slots));
      driver.serve(Visitors.ofDriver(job, master.url(), way, slots));
      return untilInterrupted(() -> tell(invocation, job, found, master, driver));
    } catch (IOException e) {
      throw Trouble.of("a port cannot be closed: " + e.getMessage(), "", e);
    }
  }

  private static int port(Invocation invocation, String option, int usual) {
    String text = invocation.arguments().value(option).orElse(Integer.toString(usual));
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST) {
      throw Trouble.of(option + " needs a port, 0 for any that is free, not '" + text + "'", "");
    }
    return Integer.parseInt(text);
  }

  private static Door open(int port, String option) {
    try {
      return Door.open(port);
    } catch (IOException e) {
      throw Trouble.of(
          "cannot listen on 127.0.0.1:" + port + ": " + e.getMessage(),
          "name another port with " + option + ", 0 for any that is free",
          e);
    }
  }

  private static void tell(
      Invocation invocation, long job, Pages.Found found, Door master, Door driver) {
    Output output = invocation.output();
    if (output.json()) {
      Json ofDriver = new Json().put("url", driver.url());
      found.driver().ifPresent(runs -> ofDriver.put("job", runs.job()).put("node", runs.node()));
      output.json(
          new Json()
              .put("master", new Json().put("url", master.url()).put("node", found.master()))
              .put("driver", ofDriver));
    } else {
      output.line(master.url() + " → the master of Spark on " + found.master());
      output.line(driver.url() + " → " + driven(job, found.driver()));
    }
    output.out().flush();
  }

  private static String driven(long job, Optional<Pages.Driver> driver) {
    if (driver.isPresent()) {
      return "the driver of job " + driver.get().job() + " on " + driver.get().node();
    }
    return job == JobIds.NEWEST
        ? "the driver of a job of Spark, as soon as one runs"
        : "the driver of job " + job + ", as soon as it runs";
  }

  /** Ctrl-C is how it is meant to end. */
  private static int untilInterrupted(Runnable ready) {
    Thread onExit =
        Thread.ofPlatform()
            .name("farewell")
            .unstarted(() -> Runtime.getRuntime().halt(ExitCode.CONVERGED));
    Runtime.getRuntime().addShutdownHook(onExit);
    try {
      ready.run();
      new CountDownLatch(1).await();
    } catch (InterruptedException _) {
      Runtime.getRuntime().removeShutdownHook(onExit);
      Thread.currentThread().interrupt();
    }
    return ExitCode.CONVERGED;
  }
}
