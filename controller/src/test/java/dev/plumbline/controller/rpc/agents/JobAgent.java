package dev.plumbline.controller.rpc.agents;

import com.google.protobuf.ByteString;
import dev.plumbline.controller.Rig;
import dev.plumbline.proto.v1.Applied;
import dev.plumbline.proto.v1.Content;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.proto.v1.Hello;
import dev.plumbline.proto.v1.JobExit;
import dev.plumbline.proto.v1.JobInspect;
import dev.plumbline.proto.v1.JobInspection;
import dev.plumbline.proto.v1.JobLog;
import dev.plumbline.proto.v1.JobOrder;
import dev.plumbline.proto.v1.JobPlace;
import dev.plumbline.proto.v1.JobProblem;
import dev.plumbline.proto.v1.JobReport;
import dev.plumbline.proto.v1.PlacedFile;
import dev.plumbline.proto.v1.Plan;
import dev.plumbline.proto.v1.PlanStep;
import dev.plumbline.proto.v1.Planned;
import dev.plumbline.proto.v1.Reached;
import dev.plumbline.proto.v1.Relay;
import dev.plumbline.proto.v1.ToAgent;
import dev.plumbline.resources.Secret;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An agent that does what it is told for jobs, as far as a controller can see. Programs do nothing
 * until the test says that they wrote or ended.
 */
public final class JobAgent implements AutoCloseable {
  private final Rig.Enrolled enrolled;
  private final Hello hello;
  private volatile ScriptedAgent agent;
  private final Map<String, JobReport> jobs = new ConcurrentHashMap<>();
  private final Map<String, ByteString> logs = new ConcurrentHashMap<>();
  private final List<JobOrder> heard = new CopyOnWriteArrayList<>();
  private final AskedPages pages = new AskedPages(() -> agent);
  private final CarriedFiles files = new CarriedFiles(() -> agent);
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, String> outputs = new HashMap<>();
  private volatile List<PlanStep> drift = List.of();
  private volatile boolean cleans = true;
  private volatile String catalog = "";

  private JobAgent(Rig.Enrolled enrolled, Hello hello) {
    this.enrolled = enrolled;
    this.hello = hello;
    this.agent = enrolled.dial();
    values.put("user.uid", "7777");
    values.put("program", "/usr/bin/true");
    values.put("mpi.version", "4.1.4");
  }

  /** Connects, and serves from then on. */
  public static JobAgent connect(Rig.Enrolled enrolled, Hello hello) {
    JobAgent agent = new JobAgent(enrolled, hello);
    agent.begin();
    return agent;
  }

  private void begin() {
    ScriptedAgent session = agent;
    session.hello(hello.toBuilder().setCatalogHash(catalog).build());
    if (!session.next().hasWelcome()) {
      throw new AssertionError("the first message must be Welcome");
    }
    jobs.values().forEach(report -> say(session, report));
    Thread.ofVirtual()
        .start(() -> {
          while (!session.isEnded() && session.equals(agent)) {
            session.poll().ifPresent(message -> serve(session, message));
          }
        });
  }

  /** Its connection breaks and comes back; what it knows of jobs stays. */
  public void reconnect() {
    cut();
    agent = enrolled.dial();
    begin();
  }

  /** Its connection breaks. */
  public void cut() {
    agent.close();
  }

  /** What an inspection finds; empty takes it away. */
  public JobAgent finds(String key, String value) {
    values.put(key, value);
    return this;
  }

  public JobAgent makes(String path, String text) {
    outputs.put(path, text);
    return this;
  }

  public JobAgent drifts(PlanStep... steps) {
    drift = List.of(steps);
    return this;
  }

  /** Ranks stay behind whatever it is told. */
  public JobAgent cannotClean() {
    cleans = false;
    return this;
  }

  public JobAgent cleansAgain() {
    cleans = true;
    return this;
  }

  public List<JobOrder> orders() {
    return heard;
  }

  /** The bytes of the files that it brought. */
  public List<String> files() {
    return files.fetched();
  }

  /** The pages that it is to show. */
  public AskedPages pages() {
    return pages;
  }

  public JobReport report(long job) {
    return jobs.getOrDefault(
        Long.toString(job), JobReport.newBuilder().setJob(Long.toString(job)).build());
  }

  public JobReport await(long job, JobReport.Phase phase) {
    JobReport seen = Eventually.get(() -> report(job), report -> report.getPhase() == phase);
    if (seen.getPhase() != phase) {
      throw new AssertionError(
          hello.getNode()
              + " is not "
              + phase.name()
              + ", but "
              + seen.getPhase().name()
              + ", after "
              + heard.stream().map(order -> order.getOrderCase().name()).toList());
    }
    return seen;
  }

  /** The program writes. */
  public synchronized void writes(long job, String text) {
    String id = Long.toString(job);
    ByteString before = logs.getOrDefault(id, ByteString.EMPTY);
    ByteString data = ByteString.copyFromUtf8(text);
    logs.put(id, before.concat(data));
    agent.say(
        FromAgent.newBuilder()
            .setJobLog(JobLog.newBuilder().setJob(id).setOffset(before.size()).setData(data))
            .build());
  }

  /** The program ends. */
  public void ends(long job, int code) {
    ends(job, JobExit.newBuilder().setCode(code).build());
  }

  public synchronized void ends(long job, JobExit exit) {
    ByteString log = logs.getOrDefault(Long.toString(job), ByteString.EMPTY);
    put(
        report(job).toBuilder()
            .setPhase(JobReport.Phase.ENDED)
            .setExit(exit)
            .setLogSize(log.size())
            .build());
  }

  /** {@code mpirun} asks for an orted elsewhere. */
  public synchronized void asks(long job, Relay relay) {
    put(report(job).toBuilder().clearRelays().addRelays(relay).build());
  }

  private void put(JobReport report) {
    jobs.put(report.getJob(), report);
    say(agent, report);
  }

  private static void say(ScriptedAgent session, JobReport report) {
    session.say(FromAgent.newBuilder().setJob(report).build());
  }

  private void serve(ScriptedAgent session, ToAgent message) {
    switch (message.getMessageCase()) {
      case PLAN ->
          session.say(
              FromAgent.newBuilder()
                  .setPlanned(
                      Planned.newBuilder()
                          .setRequest(message.getPlan().getRequest())
                          .setPlan(Plan.newBuilder().setNode(hello.getNode()).addAllSteps(drift)))
                  .build());
      case APPLY -> {
        catalog = message.getApply().getCatalog().getHash();
        session.say(
            FromAgent.newBuilder()
                .setApplied(
                    Applied.newBuilder()
                        .setRequest(message.getApply().getRequest())
                        .setCatalogHash(catalog)
                        .setRevision(message.getApply().getCatalog().getRevision())
                        .setUnchanged(1))
                .build());
      }
      case JOB -> {
        heard.add(message.getJob());
        order(message.getJob());
      }
      case PAGE -> pages.add(message.getPage());
      case FACTS, EXPORTS, ACKNOWLEDGE, WELCOME, PROBE, CONFIRM, DOUBT, MESSAGE_NOT_SET -> {
        // Nothing to do.
      }
    }
  }

  private synchronized void order(JobOrder order) {
    JobReport.Builder report =
        jobs.getOrDefault(order.getJob(), JobReport.getDefaultInstance()).toBuilder()
            .setJob(order.getJob());
    switch (order.getOrderCase()) {
      case PREPARE -> {
        order.getPrepare().getJob().getInputsList().forEach(files::fetch);
        report.setPhase(JobReport.Phase.PREPARED);
      }
      case INSPECT -> report.setInspection(inspection(order.getInspect()));
      case START, TICKET -> {
        if (report.getPhase() == JobReport.Phase.PREPARED) {
          report.setPhase(JobReport.Phase.RUNNING);
        }
      }
      case ORTED -> {
        if (report.getRelaysList().stream()
            .noneMatch(relay -> relay.getRelay().equals(order.getOrted().getRelay()))) {
          report.addRelays(Relay.newBuilder().setRelay(order.getOrted().getRelay()));
        }
      }
      case ORTED_ENDED -> ended(report, order);
      case SIGNAL -> {
        if (report.getPhase() == JobReport.Phase.RUNNING
            && order.getSignal().getSignalValue() == 0) {
          report
              .setPhase(JobReport.Phase.ENDED)
              .setExit(JobExit.newBuilder().setCode(143))
              .setLogSize(logs.getOrDefault(order.getJob(), ByteString.EMPTY).size());
        }
      }
      case COLLECT -> collect(report, order);
      case END -> {
        if (report.getPhase() != JobReport.Phase.UNKNOWN) {
          report.setPhase(JobReport.Phase.CLEAN).clearProblems();
          if (!cleans) {
            report.addProblems(JobProblem.newBuilder().setMessage("process 4711 does not end"));
          }
        }
      }
      case FORGET -> {
        jobs.remove(order.getJob());
        logs.remove(order.getJob());
        say(agent, JobReport.newBuilder().setJob(order.getJob()).build());
        return;
      }
      case KEPT -> {
        resend(order);
        if (jobs.containsKey(order.getJob())) {
          say(agent, report.build());
        } else {
          say(agent, JobReport.newBuilder().setJob(order.getJob()).build());
        }
        return;
      }
      case ORDER_NOT_SET -> throw new AssertionError(order);
    }
    if (order.getJob().equals("0")) {
      say(agent, report.build());
    } else {
      put(report.build());
    }
  }

  /** What was not known to be kept is sent once more. */
  private void resend(JobOrder order) {
    ByteString log = logs.getOrDefault(order.getJob(), ByteString.EMPTY);
    int from = (int) order.getKept().getLogOffset();
    if (from < log.size()) {
      agent.say(
          FromAgent.newBuilder()
              .setJobLog(
                  JobLog.newBuilder()
                      .setJob(order.getJob())
                      .setOffset(from)
                      .setData(log.substring(from)))
              .build());
    }
  }

  private static void ended(JobReport.Builder report, JobOrder order) {
    for (int i = 0; i < report.getRelaysCount(); i++) {
      if (report.getRelays(i).getRelay().equals(order.getOrtedEnded().getRelay())) {
        report.setRelays(
            i, report.getRelays(i).toBuilder().setExit(order.getOrtedEnded().getExit()).build());
      }
    }
  }

  private JobInspection inspection(JobInspect inspect) {
    JobInspection.Builder seen =
        JobInspection.newBuilder().setToken(inspect.getToken()).putAllValues(values).setPort(7);
    for (JobPlace place : inspect.getReachList()) {
      seen.addReached(
          Reached.newBuilder()
              .setNode(place.getNode())
              .setFailure(values.getOrDefault("unreachable." + place.getNode(), ""))
              .setMtu(1500));
    }
    return seen.build();
  }

  private void collect(JobReport.Builder report, JobOrder order) {
    report.setPhase(JobReport.Phase.COLLECTED);
    outputs.forEach((path, text) -> {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      String hash = Secret.digestOf(bytes);
      files.deliver(hash, ByteString.copyFrom(bytes));
      report.addOutputs(
          PlacedFile.newBuilder()
              .setPath(path)
              .setContent(Content.newBuilder().setHash(hash).setSize(bytes.length)));
    });
    order.getCollect().getRequiredList().stream()
        .filter(glob -> !outputs.containsKey(glob))
        .forEach(report::addMissing);
  }

  @Override
  public void close() {
    agent.close();
  }
}
