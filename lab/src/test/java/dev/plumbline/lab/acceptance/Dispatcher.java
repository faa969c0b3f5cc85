package dev.plumbline.lab.acceptance;

import com.google.protobuf.ByteString;
import dev.plumbline.controller.ca.CertificateAuthority;
import dev.plumbline.controller.ca.Identity;
import dev.plumbline.lab.node.LabNode;
import dev.plumbline.proto.v1.AgentsGrpc;
import dev.plumbline.proto.v1.Chunk;
import dev.plumbline.proto.v1.ContentFrom;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.proto.v1.JobKept;
import dev.plumbline.proto.v1.JobOrder;
import dev.plumbline.proto.v1.JobReport;
import dev.plumbline.proto.v1.Kept;
import dev.plumbline.proto.v1.OrtedEnded;
import dev.plumbline.proto.v1.OrtedStart;
import dev.plumbline.proto.v1.Relay;
import dev.plumbline.proto.v1.ToAgent;
import dev.plumbline.proto.v1.Welcome;
import io.grpc.Grpc;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.TlsServerCredentials;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Stands in the place of the controller that installed the agents: it has its identity, passes on
 * what mpirun asks for, keeps logs and contents in memory, and gives the orders of a test.
 */
final class Dispatcher implements AutoCloseable {
  static final long PATIENCE_MILLIS = 60_000;
  private final Server server;
  private final Map<String, StreamObserver<ToAgent>> agents = new ConcurrentHashMap<>();
  private final Map<String, JobReport> reports = new ConcurrentHashMap<>();
  private final Map<String, ByteArrayOutputStream> logs = new ConcurrentHashMap<>();
  private final Map<String, byte[]> contents = new ConcurrentHashMap<>();
  private final List<String> relayed = new CopyOnWriteArrayList<>();
  private final List<Long> fetches = new CopyOnWriteArrayList<>();

  /** Whether requests of mpirun are passed on. */
  volatile boolean relaying = true;

  private final Object changed = new Object();

  /**
   * @param state the directory of the controller that installed the agents
   * @param port 0 for any
   */
  Dispatcher(Path state, int port) throws Exception {
    CertificateAuthority authority =
        CertificateAuthority.open(state, Clock.systemUTC(), new SecureRandom());
    Identity identity = authority.controller();
    server =
        Grpc.newServerBuilderForPort(
                port,
                TlsServerCredentials.newBuilder()
                    .keyManager(
                        pem(identity.certificate()),
                        block("PRIVATE KEY", identity.key().getEncoded()))
                    .trustManager(pem(authority.certificate()))
                    .clientAuth(TlsServerCredentials.ClientAuth.REQUIRE)
                    .build())
            .permitKeepAliveTime(5, java.util.concurrent.TimeUnit.SECONDS)
            .addService(new Agents())
            .build()
            .start();
  }

  /**
   * Lets a real controller make the nodes what they have to be, and takes its place. The nodes have
   * no sshd from then on.
   */
  static Dispatcher instead(RealCluster cluster) throws Exception {
    cluster.plumb().expect(0, "apply");
    cluster.plumb().stopController();
    Dispatcher dispatcher = new Dispatcher(cluster.plumb().state(), 0);
    for (LabNode node : cluster.nodes()) {
      node.run(
          "ip address add "
              + OrderedJob.address(node.name())
              + "/24 dev enp0s8; ip link set enp0s8 up; systemctl stop ssh.socket ssh.service;"
              + " sed -i 's/:[0-9]*\"\\]/:"
              + dispatcher.server.getPort()
              + "\"]/' /var/lib/plumbline/agent.json; systemctl restart plumbline-agent");
    }
    dispatcher.awaitAgents(OrderedJob.NODES.toArray(String[]::new));
    return dispatcher;
  }

  private static InputStream pem(X509Certificate certificate) throws Exception {
    return block("CERTIFICATE", certificate.getEncoded());
  }

  private static InputStream block(String label, byte[] der) {
    String text =
        "-----BEGIN "
            + label
            + "-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
            + "\n-----END "
            + label
            + "-----\n";
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Bytes that agents may fetch. */
  String content(byte[] bytes) throws Exception {
    String hash =
        HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    contents.put(hash, bytes);
    return hash;
  }

  byte[] content(String hash) {
    return contents.getOrDefault(hash, new byte[0]);
  }

  /** The offsets of all fetches so far. */
  List<Long> fetches() {
    return List.copyOf(fetches);
  }

  void awaitAgents(String... nodes) throws InterruptedException {
    await("agents " + List.of(nodes), () -> agents.keySet().containsAll(List.of(nodes)));
  }

  /** Ends the sessions of all agents; they come back. */
  void cut() {
    agents.values().forEach(agent -> agent.onError(Status.UNAVAILABLE.asRuntimeException()));
    agents.clear();
  }

  void order(String node, JobOrder.Builder order) throws InterruptedException {
    awaitAgents(node);
    tell(node, order.build());
  }

  private void tell(String node, JobOrder order) {
    StreamObserver<ToAgent> agent = agents.get(node);
    if (agent != null) {
      synchronized (agent) {
        agent.onNext(ToAgent.newBuilder().setJob(order).build());
      }
    }
  }

  /** Waits until a node says that of a job. */
  JobReport await(String node, String job, Predicate<JobReport> state) throws InterruptedException {
    String key = node + "/" + job;
    await(
        key + ", which says " + reports.get(key),
        () -> reports.containsKey(key) && state.test(reports.get(key)));
    return reports.get(key);
  }

  /** Forgets what a node said, so that the next thing counts. */
  void forget(String node, String job) {
    reports.remove(node + "/" + job);
  }

  JobReport await(String node, String job, JobReport.Phase phase) throws InterruptedException {
    JobReport report =
        await(node, job, said -> said.getPhase() == phase || said.getProblemsCount() > 0);
    if (report.getPhase() != phase || report.getProblemsCount() > 0) {
      throw new AssertionError(node + " says " + report);
    }
    return report;
  }

  /** Waits until a log has all of its bytes. */
  String log(String node, JobReport ended) throws InterruptedException {
    String key = node + "/" + ended.getJob();
    await("the log of " + key, () -> logSize(key) >= ended.getLogSize());
    return log(node, ended.getJob());
  }

  String log(String node, String job) {
    ByteArrayOutputStream log = logs.getOrDefault(node + "/" + job, new ByteArrayOutputStream());
    synchronized (log) {
      return log.toString(StandardCharsets.UTF_8);
    }
  }

  private long logSize(String key) {
    return logs.getOrDefault(key, new ByteArrayOutputStream()).size();
  }

  void await(String what, java.util.function.BooleanSupplier there) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
    synchronized (changed) {
      while (!there.getAsBoolean()) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new AssertionError("waited in vain for " + what + "; " + reports);
        }
        changed.wait(Math.min(left, 200));
      }
    }
  }

  @Override
  public void close() throws InterruptedException {
    server.shutdownNow().awaitTermination();
  }

  private final class Agents extends AgentsGrpc.AgentsImplBase {
    @Override
    public StreamObserver<FromAgent> session(StreamObserver<ToAgent> agent) {
      return new StreamObserver<>() {
        private String node = "";

        @Override
        public void onNext(FromAgent message) {
          if (message.hasHello()) {
            node = message.getHello().getNode();
            agent.onNext(
                ToAgent.newBuilder()
                    .setWelcome(
                        Welcome.newBuilder()
                            .setCluster("jobs")
                            .setHeartbeatMs(1000)
                            .setReconnectCapMs(200))
                    .build());
            agents.put(node, agent);
            logs.forEach((key, log) -> {
              if (key.startsWith(node + "/")) {
                tell(node, kept(key.substring(node.length() + 1), log.size()));
              }
            });
          } else if (message.hasJob()) {
            reported(node, message.getJob());
          } else if (message.hasJobLog()) {
            String key = node + "/" + message.getJobLog().getJob();
            ByteArrayOutputStream log = logs.computeIfAbsent(key, _ -> new ByteArrayOutputStream());
            synchronized (log) {
              if (message.getJobLog().getOffset() == log.size()) {
                log.writeBytes(message.getJobLog().getData().toByteArray());
              }
            }
            tell(node, kept(message.getJobLog().getJob(), log.size()));
          }
          synchronized (changed) {
            changed.notifyAll();
          }
        }

        @Override
        public void onError(Throwable cause) {
          agents.remove(node, agent);
        }

        @Override
        public void onCompleted() {
          agents.remove(node, agent);
        }
      };
    }

    @Override
    public void fetch(ContentFrom wanted, StreamObserver<Chunk> to) {
      fetches.add(wanted.getOffset());
      byte[] bytes = content(wanted.getHash());
      for (int at = (int) wanted.getOffset(); at < bytes.length; ) {
        int end = Math.min(bytes.length, at + 100_000);
        to.onNext(
            Chunk.newBuilder()
                .setHash(wanted.getHash())
                .setOffset(at)
                .setData(ByteString.copyFrom(bytes, at, end - at))
                .setLast(end == bytes.length)
                .build());
        at = end;
      }
      to.onCompleted();
    }

    @Override
    public StreamObserver<Chunk> deliver(StreamObserver<Kept> answer) {
      return new StreamObserver<>() {
        private int size;

        @Override
        public void onNext(Chunk chunk) {
          byte[] known = content(chunk.getHash());
          if (chunk.getOffset() == known.length) {
            contents.put(
                chunk.getHash(), ByteString.copyFrom(known).concat(chunk.getData()).toByteArray());
          }
          size = content(chunk.getHash()).length;
        }

        @Override
        public void onError(Throwable cause) {}

        @Override
        public void onCompleted() {
          answer.onNext(Kept.newBuilder().setSize(size).build());
          answer.onCompleted();
        }
      };
    }
  }

  private static JobOrder kept(String job, long offset) {
    return JobOrder.newBuilder()
        .setJob(job)
        .setKept(JobKept.newBuilder().setLogOffset(offset))
        .build();
  }

  /** Passes on what mpirun asks for and what became of it, as often as it is said. */
  private void reported(String node, JobReport report) {
    reports.put(node + "/" + report.getJob(), report);
    if (!relaying) {
      return;
    }
    for (Relay relay : report.getRelaysList()) {
      String target = relay.getTarget();
      if (!target.isEmpty() && !relay.hasExit() && agents.containsKey(target)) {
        relayed.add(node + "/" + relay.getRelay());
        tell(
            target,
            JobOrder.newBuilder()
                .setJob(report.getJob())
                .setOrted(
                    OrtedStart.newBuilder()
                        .setRelay(relay.getRelay())
                        .addAllArguments(relay.getArgumentsList()))
                .build());
      } else if (target.isEmpty() && relay.hasExit()) {
        for (String asked : relayed) {
          if (asked.endsWith("/" + relay.getRelay())) {
            tell(
                asked.substring(0, asked.indexOf('/')),
                JobOrder.newBuilder()
                    .setJob(report.getJob())
                    .setOrtedEnded(
                        OrtedEnded.newBuilder().setRelay(relay.getRelay()).setExit(relay.getExit()))
                    .build());
          }
        }
      }
    }
  }
}
