package dev.plumbline.agent.rpc;

import static dev.plumbline.agent.engine.Zoo.thing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.agent.engine.World;
import dev.plumbline.agent.guard.Listening;
import dev.plumbline.agent.guard.Vigil;
import dev.plumbline.agent.identity.Identity;
import dev.plumbline.agent.identity.TestAuthority;
import dev.plumbline.agent.job.TestJobs;
import dev.plumbline.agent.journal.Assignment;
import dev.plumbline.agent.rpc.wire.Greeting;
import dev.plumbline.agent.rpc.wire.Outbox;
import dev.plumbline.agent.rpc.wire.Vitals;
import dev.plumbline.agent.work.TestAgent;
import dev.plumbline.proto.v1.Acknowledge;
import dev.plumbline.proto.v1.Applied;
import dev.plumbline.proto.v1.ApplyRequest;
import dev.plumbline.proto.v1.Catalog;
import dev.plumbline.proto.v1.CatalogEntry;
import dev.plumbline.proto.v1.Confirm;
import dev.plumbline.proto.v1.Doubt;
import dev.plumbline.proto.v1.FromAgent;
import dev.plumbline.proto.v1.GuardArmed;
import dev.plumbline.proto.v1.Hello;
import dev.plumbline.proto.v1.PlanRequest;
import dev.plumbline.proto.v1.ProbeReply;
import dev.plumbline.proto.v1.ProbeRequest;
import dev.plumbline.proto.v1.ToAgent;
import dev.plumbline.resources.Failure;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkTest {
  @TempDir Path directory;
  private final TestAuthority authority = new TestAuthority();
  private final BlockingQueue<String> states = new LinkedBlockingQueue<>();
  private final World world = new World();
  private final Outbox outbox = new Outbox();
  private final Vigil vigil = new Vigil(outbox, System::nanoTime);
  private Thread thread = new Thread(() -> {});

  private TestAgent agent() throws Failure {
    return new TestAgent(world, directory, outbox);
  }

  private void dial(TestAgent agent, String certificate, String... endpoints) throws Failure {
    new Identity(directory.resolve("identity")).install(certificate, authority.certificate());
    dialAsItIs(agent, endpoints);
  }

  /** With the files as they are. */
  private void dialAsItIs(TestAgent agent, String... endpoints) throws Failure {
    Identity identity = new Identity(directory.resolve("identity"));
    Link link =
        new Link(
            List.of(endpoints),
            new Tls(identity.key(), identity.certificate(), identity.authority()),
            new Link.Speech(
                () ->
                    new Greeting(
                        "n1",
                        "machine",
                        "boot",
                        "instance",
                        "build",
                        List.of(),
                        "hash",
                        7,
                        "SHA256:k",
                        "running"),
                () -> new Vitals(0.5, 1000),
                () -> Map.of("cpu.count", "2")),
            outbox,
            agent.worker,
            new Link.JobDesk(
                TestJobs.none(directory, outbox), new ContentCourier(), PageCourierTest.none()),
            vigil,
            new LinkListener() {
              @Override
              public void connected(String controller, String cluster) {
                states.add("connected to " + controller + " of " + cluster);
              }

              @Override
              public void disconnected(String controller, String why) {
                states.add("no connection to " + controller + ": " + why);
              }
            },
            new Random(1));
    thread = Thread.ofPlatform().name("link").daemon().start(link);
  }

  private String certificate() throws Failure {
    return authority.sign(new Identity(directory.resolve("identity")).request("n1"), "n1");
  }

  @BeforeEach
  void key() throws Failure {
    certificate();
  }

  @AfterEach
  void end() throws InterruptedException {
    thread.interrupt();
    thread.join();
  }

  private String state() throws InterruptedException {
    String state = states.poll(TestController.PATIENCE_SECONDS, TimeUnit.SECONDS);
    System.out.println("STATE " + state);
    return state == null ? "nothing happened" : state;
  }

  @Test
  void greetsAndShowsThatItIsAlive() throws Exception {
    try (TestController controller = new TestController(0, authority, "plumbline-controller")) {
      dial(agent(), certificate(), controller.endpoint());
      StreamObserver<ToAgent> stream = controller.stream();
      assertThat(controller.hear(message -> true).getHello())
          .isEqualTo(
              Hello.newBuilder()
                  .setNode("n1")
                  .setMachineId("machine")
                  .setBootId("boot")
                  .setInstance("instance")
                  .setBuild("build")
                  .setCatalogHash("hash")
                  .setRevision(7)
                  .setHostKey("SHA256:k")
                  .setRunning("running")
                  .build());
      stream.onNext(TestController.welcome());
      assertThat(controller.hear(FromAgent::hasFacts).getFacts().getValuesMap())
          .isEqualTo(Map.of("cpu.count", "2"));
      assertThat(controller.hear(FromAgent::hasHeartbeat).getHeartbeat().getMemoryAvailable())
          .isEqualTo(1000);
      assertThat(state()).isEqualTo("connected to " + controller.endpoint() + " of test");
    }
  }

  @Test
  void carriesOutWhatTheControllerAsks() throws Exception {
    try (TestController controller = new TestController(0, authority, "plumbline-controller")) {
      TestAgent agent = agent();
      dial(agent, certificate(), controller.endpoint());
      StreamObserver<ToAgent> stream = controller.stream();
      stream.onNext(TestController.welcome());
      Catalog catalog = catalog(agent.assignment(4, thing("a", "1")));
      stream.onNext(
          ToAgent.newBuilder()
              .setPlan(PlanRequest.newBuilder().setRequest("p").setCatalog(catalog))
              .build());
      assertThat(controller.hear(FromAgent::hasPlanned).getPlanned().getPlan().getSteps(0))
          .satisfies(step -> {
            assertThat(step.getResource()).isEqualTo("thing[a]");
            assertThat(step.getApply().getChanges(0).getTo()).isEqualTo("1");
          });
      stream.onNext(
          ToAgent.newBuilder()
              .setApply(ApplyRequest.newBuilder().setRequest("r").setCatalog(catalog))
              .build());
      assertThat(controller.hear(FromAgent::hasStepDone).getStepDone().getResource())
          .isEqualTo("thing[a]");
      Applied applied = controller.hear(FromAgent::hasApplied).getApplied();
      assertThat(applied.getRequest()).isEqualTo("r");
      assertThat(applied.getRevision()).isEqualTo(4);
      assertThat(applied.getCatalogHash()).isEqualTo(catalog.getHash());
      assertThat(applied.getSteps(0).getOutcome().getChanged().getChanges(0).getTo())
          .isEqualTo("1");
    }
  }

  @Test
  void deliversAReportAgainUntilItIsAcknowledged() throws Exception {
    TestAgent agent = agent();
    try (TestController controller = new TestController(0, authority, "plumbline-controller")) {
      dial(agent, certificate(), controller.endpoint());
      StreamObserver<ToAgent> first = controller.stream();
      first.onNext(TestController.welcome());
      first.onNext(
          ToAgent.newBuilder()
              .setApply(
                  ApplyRequest.newBuilder()
                      .setRequest("r")
                      .setCatalog(catalog(agent.assignment(1, thing("a", "1")))))
              .build());
      Applied applied = controller.hear(FromAgent::hasApplied).getApplied();
      first.onCompleted();
      StreamObserver<ToAgent> second = controller.stream();
      second.onNext(TestController.welcome());
      assertThat(controller.hear(FromAgent::hasApplied).getApplied()).isEqualTo(applied);
      second.onNext(
          ToAgent.newBuilder().setAcknowledge(Acknowledge.newBuilder().setRequest("r")).build());
      // The agent handles messages in their order: with the answer the acknowledgement is done.
      second.onNext(ToAgent.newBuilder().setPlan(PlanRequest.newBuilder().setRequest("p")).build());
      controller.hear(FromAgent::hasPlanned);
      assertThat(agent.worker.reports().all()).isEmpty();
    }
  }

  @Test
  void aGuardIsAnnouncedOverANewConnectionOnly() throws Exception {
    try (TestController controller = new TestController(0, authority, "plumbline-controller")) {
      dial(agent(), certificate(), controller.endpoint());
      controller.stream().onNext(TestController.welcome());
      controller.hear(FromAgent::hasFacts);
      long deadline = System.nanoTime() + Duration.ofMinutes(5).toNanos();
      try (Vigil.Watch watch =
          vigil.begin("r", "g", List.of(new Listening("192.0.2.1", 24, 9, "nonce")), deadline)) {
        StreamObserver<ToAgent> second = controller.stream();
        second.onNext(TestController.welcome());
        GuardArmed armed = controller.hear(FromAgent::hasGuardArmed).getGuardArmed();
        assertThat(armed.getRequest()).isEqualTo("r");
        assertThat(armed.getGuard()).isEqualTo("g");
        assertThat(armed.getRemainingMs()).isPositive();
        assertThat(armed.getListening(0))
            .isEqualTo(
                GuardArmed.Listening.newBuilder()
                    .setAddress("192.0.2.1")
                    .setPrefix(24)
                    .setPort(9)
                    .setNonce("nonce")
                    .build());
        second.onNext(
            ToAgent.newBuilder()
                .setDoubt(Doubt.newBuilder().setGuard("g").setReason("nobody answers"))
                .build());
        second.onNext(ToAgent.newBuilder().setConfirm(Confirm.newBuilder().setGuard("g")).build());
        assertThat(watch.confirmed(Duration.ofMinutes(5))).isTrue();
        assertThat(watch.why()).isEqualTo("nobody answers");
      }
    }
  }

  @Test
  void callsTheListenerOfAnotherNode() throws Exception {
    try (TestController controller = new TestController(0, authority, "plumbline-controller");
        ServerSocket listener = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      Thread.ofVirtual()
          .start(() -> {
            try (Socket caller = listener.accept()) {
              caller.getOutputStream().write("nonce\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
      dial(agent(), certificate(), controller.endpoint());
      StreamObserver<ToAgent> stream = controller.stream();
      stream.onNext(TestController.welcome());
      stream.onNext(
          ToAgent.newBuilder()
              .setProbe(
                  ProbeRequest.newBuilder()
                      .setRequest("c")
                      .setAddress("127.0.0.1")
                      .setPort(listener.getLocalPort())
                      .setTimeoutMs(20_000))
              .build());
      assertThat(controller.hear(FromAgent::hasProbed).getProbed())
          .isEqualTo(ProbeReply.newBuilder().setRequest("c").setNonce("nonce").build());
    }
  }

  @Test
  void dialsTheAddressesInTurn() throws Exception {
    try (TestController controller = new TestController(0, authority, "plumbline-controller")) {
      dial(agent(), certificate(), "127.0.0.1:1", controller.endpoint());
      controller.stream().onNext(TestController.welcome());
      assertThat(state()).startsWith("no connection to 127.0.0.1:1: ").contains("refused");
      assertThat(state()).isEqualTo("connected to " + controller.endpoint() + " of test");
    }
  }

  @Test
  void saysInTheControllersWordsWhyItWasRefused() throws Exception {
    try (TestController controller = new TestController(0, authority, "plumbline-controller")) {
      controller.refuse(
          Status.PERMISSION_DENIED.withDescription("the certificate of n1 was revoked"));
      dial(agent(), certificate(), controller.endpoint());
      assertThat(state())
          .isEqualTo(
              "no connection to " + controller.endpoint() + ": the certificate of n1 was revoked");
    }
  }

  @Test
  void aControllerWithAnotherNameIsNotTrusted() throws Exception {
    try (TestController controller = new TestController(0, authority, "somebody-else")) {
      dial(agent(), certificate(), controller.endpoint());
      assertThat(state())
          .isEqualTo(
              "no connection to "
                  + controller.endpoint()
                  + ": what answers there is not the controller of our cluster:"
                  + " Cannot verify hostname: plumbline-controller");
    }
  }

  @Test
  void aControllerOfAnotherAuthorityIsNotTrusted() throws Exception {
    try (TestController controller =
        new TestController(0, new TestAuthority(), "plumbline-controller")) {
      dial(agent(), certificate(), controller.endpoint());
      assertThat(state())
          .startsWith(
              "no connection to "
                  + controller.endpoint()
                  + ": what answers there is not the controller of our cluster: ");
    }
  }

  @Test
  void anExpiredCertificateIsRefusedInOneLine() throws Exception {
    String expired =
        authority.sign(
            new Identity(directory.resolve("identity")).request("n1"), "n1", Duration.ofHours(-1));
    try (TestController controller = new TestController(0, authority, "plumbline-controller")) {
      dial(agent(), expired, controller.endpoint());
      assertThat(state())
          .startsWith(
              "no connection to " + controller.endpoint() + ": it refuses our certificate (")
          .doesNotContain("\n");
    }
  }

  @Test
  void withoutACertificateItSaysSoInOneLine() throws Exception {
    try (TestController controller = new TestController(0, authority, "plumbline-controller")) {
      Identity identity = new Identity(directory.resolve("identity"));
      identity.install(certificate(), authority.certificate());
      Files.delete(identity.certificate());
      dialAsItIs(agent(), controller.endpoint());
      assertThat(state())
          .isEqualTo(
              "no connection to "
                  + controller.endpoint()
                  + ": the agent has no identity to show: "
                  + identity.certificate()
                  + " (No such file or directory); run 'plumb agent install' again");
    }
  }

  @Test
  void aDamagedCertificateIsSaidInOneLine() throws Exception {
    try (TestController controller = new TestController(0, authority, "plumbline-controller")) {
      Identity identity = new Identity(directory.resolve("identity"));
      identity.install(certificate(), authority.certificate());
      Files.writeString(identity.certificate(), "rubbish");
      dialAsItIs(agent(), controller.endpoint());
      assertThat(state())
          .startsWith(
              "no connection to " + controller.endpoint() + ": the agent has no identity to show: ")
          .endsWith("; run 'plumb agent install' again")
          .doesNotContain("\n");
    }
  }

  private static Catalog catalog(Assignment assignment) throws IOException {
    return Catalog.newBuilder()
        .setNode(assignment.catalog().node())
        .setGeneration(assignment.generation())
        .setRevision(assignment.revision())
        .setHash(assignment.catalog().hash())
        .addAllEntries(
            assignment.catalog().entries().stream()
                .map(entry ->
                    CatalogEntry.newBuilder()
                        .setKind(entry.kind())
                        .setName(entry.name())
                        .setSchemaVersion(entry.schemaVersion())
                        .setSpec(entry.json())
                        .addAllAfter(entry.after())
                        .build())
                .toList())
        .build();
  }
}
