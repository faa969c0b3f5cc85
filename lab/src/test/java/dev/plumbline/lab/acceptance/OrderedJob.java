package dev.plumbline.lab.acceptance;

import dev.plumbline.proto.v1.Job;
import dev.plumbline.proto.v1.JobCollect;
import dev.plumbline.proto.v1.JobEnd;
import dev.plumbline.proto.v1.JobForget;
import dev.plumbline.proto.v1.JobOrder;
import dev.plumbline.proto.v1.JobPlace;
import dev.plumbline.proto.v1.JobPrepare;
import dev.plumbline.proto.v1.JobReport;
import dev.plumbline.proto.v1.JobReport.Phase;
import dev.plumbline.proto.v1.JobSignal;
import dev.plumbline.proto.v1.JobStart;
import dev.plumbline.proto.v1.JobTicket;
import java.util.List;
import java.util.Map;

/** One job, driven through its phases as a controller drives it. */
final class OrderedJob {
  static final List<String> NODES = List.of("one", "two", "three");
  static final String HEAD = "one";
  private final Dispatcher dispatcher;
  private final String id;
  private final List<String> nodes;

  OrderedJob(Dispatcher dispatcher, String id, List<String> nodes) {
    this.dispatcher = dispatcher;
    this.id = id;
    this.nodes = nodes;
  }

  /** What every job here has in common. */
  static Job.Builder mpi(String... command) {
    return Job.newBuilder()
        .setName("test")
        .setKind(Job.Kind.MPI)
        .setUser("mpihpc")
        .setNetwork("192.168.56.0/24")
        .addAllCommand(List.of(command));
  }

  private JobOrder.Builder order() {
    return JobOrder.newBuilder().setJob(id);
  }

  OrderedJob prepare(Job.Builder job) throws InterruptedException {
    JobPrepare.Builder prepare = JobPrepare.newBuilder().setJob(job);
    for (String node : nodes) {
      prepare.addPlaces(
          JobPlace.newBuilder().setNode(node).setAddress(address(node)).setSlots(2).setRanks(2));
    }
    for (String node : nodes) {
      dispatcher.order(node, order().setPrepare(prepare));
    }
    for (String node : nodes) {
      dispatcher.await(node, id, Phase.PREPARED);
    }
    return this;
  }

  static String address(String node) {
    return "192.168.56.1" + NODES.indexOf(node);
  }

  OrderedJob ticket(String node, long millis, Map<String, String> secrets)
      throws InterruptedException {
    dispatcher.order(
        node,
        order()
            .setTicket(
                JobTicket.newBuilder()
                    .setHead(HEAD)
                    .setHeadAddress(address(HEAD))
                    .setExpiresMs(millis)
                    .putAllSecrets(secrets)
                    .setGeneration(3)));
    dispatcher.await(node, id, Phase.RUNNING);
    return this;
  }

  OrderedJob start(Map<String, String> secrets) throws InterruptedException {
    for (String node : nodes) {
      if (!node.equals(HEAD)) {
        ticket(node, 60_000, secrets);
      }
    }
    return startHead(secrets);
  }

  OrderedJob startHead(Map<String, String> secrets) throws InterruptedException {
    dispatcher.order(
        HEAD, order().setStart(JobStart.newBuilder().putAllSecrets(secrets).setGeneration(3)));
    return this;
  }

  JobReport ended() throws InterruptedException {
    return dispatcher.await(HEAD, id, Phase.ENDED);
  }

  String log() throws InterruptedException {
    return dispatcher.log(HEAD, ended());
  }

  /** Waits until the log says something. */
  OrderedJob says(String text) throws InterruptedException {
    dispatcher.await("'" + text + "' in the log", () -> dispatcher.log(HEAD, id).contains(text));
    return this;
  }

  /** The process of a rank, from a log line {@code pid RANK PID}. */
  String pid(int rank) {
    return dispatcher
        .log(HEAD, id)
        .lines()
        .filter(line -> line.contains(">:pid " + rank + " "))
        .findFirst()
        .orElseThrow()
        .replaceAll(".* ", "");
  }

  void signal(String node, JobSignal.Signal signal) throws InterruptedException {
    dispatcher.order(node, order().setSignal(JobSignal.newBuilder().setSignal(signal)));
  }

  void end() throws InterruptedException {
    for (String node : nodes) {
      dispatcher.forget(node, id);
      dispatcher.order(node, order().setEnd(JobEnd.getDefaultInstance()));
    }
    for (String node : nodes) {
      // One that has nothing of the job says so.
      dispatcher.await(
          node,
          id,
          said ->
              said.getPhase() == Phase.COLLECTED
                  || said.getPhase() == Phase.UNKNOWN
                  || (said.getPhase() == Phase.CLEAN && said.getProblemsCount() == 0));
    }
  }

  JobReport collect(List<String> required, List<String> optional) throws InterruptedException {
    dispatcher.order(
        HEAD,
        order()
            .setCollect(JobCollect.newBuilder().addAllRequired(required).addAllOptional(optional)));
    return dispatcher.await(HEAD, id, report -> report.getPhase() == Phase.COLLECTED);
  }

  void forget() throws InterruptedException {
    for (String node : nodes) {
      dispatcher.forget(node, id);
      dispatcher.order(node, order().setForget(JobForget.getDefaultInstance()));
      dispatcher.await(node, id, Phase.UNKNOWN);
    }
  }
}
