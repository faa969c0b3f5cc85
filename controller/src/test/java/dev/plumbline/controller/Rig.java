package dev.plumbline.controller;

import dev.plumbline.controller.job.Deadlines;
import dev.plumbline.controller.kinds.Kinds;
import dev.plumbline.controller.rpc.agents.AgentKey;
import dev.plumbline.controller.rpc.agents.AgentServer;
import dev.plumbline.controller.rpc.agents.ScriptedAgent;
import dev.plumbline.controller.rpc.control.ControlClient;
import dev.plumbline.controller.run.Patience;
import dev.plumbline.proto.v1.Bundle;
import dev.plumbline.proto.v1.EnrollmentReply;
import dev.plumbline.proto.v1.EnrollmentRequest;
import dev.plumbline.proto.v1.SignAgentReply;
import dev.plumbline.proto.v1.SignAgentRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** A whole controller within the test's process, with clocks that the test can move. */
public final class Rig implements AutoCloseable {
  private static final Patience PATIENCE =
      new Patience(
          Duration.ofSeconds(30),
          Duration.ZERO,
          Duration.ofSeconds(60),
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30));
  private static final Deadlines DEADLINES = Deadlines.USUAL;
  private static final Duration HEARTBEAT = Duration.ofMillis(200);

  private final Path directory;
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final List<AutoCloseable> parts = new ArrayList<>();
  private final StateDirectory state;
  private final Controller controller;

  private Rig(Path directory, Patience patience) throws IOException, StartException {
    this.directory = directory;
    Clock real = Clock.systemUTC();
    InstantSource moved = () -> real.instant().plus(ahead.get());
    Clock clock = moved.withZone(ZoneOffset.UTC);
    state = StateDirectory.take(directory.resolve(".plumbline"));
    LogFile log = LogFile.open(state.log(), clock, false);
    LibraryLog.into(log);
    controller =
        Controller.start(
            Options.parse(
                List.of(
                    "--state", directory.resolve(".plumbline").toString(),
                    "--socket", directory.resolve("s").toString(),
                    "--listen", Loopback.OWN)),
            state,
            log,
            new Controller.Setting(
                clock,
                () -> System.nanoTime() + ahead.get().toNanos(),
                patience,
                DEADLINES,
                new AgentServer.Pace(HEARTBEAT, Duration.ofSeconds(5)),
                Kinds.REGISTRY),
            stopped::countDown);
    parts.add(controller);
    parts.add(log);
    parts.add(state);
  }

  public static Rig start(Path directory) {
    return start(directory, PATIENCE);
  }

  public static Rig start(Path directory, Patience patience) {
    try {
      return new Rig(directory, patience);
    } catch (IOException | StartException e) {
      throw new IllegalStateException(e);
    }
  }

  public ControlClient control() {
    return new ControlClient(controller.socket());
  }

  public int port() {
    return controller.port();
  }

  /** Moves both clocks. */
  public void pass(Duration time) {
    ahead.updateAndGet(before -> before.plus(time));
  }

  public String log() {
    try {
      return Files.readString(state.log());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file of the state directory. */
  public Path file(String name) {
    return state.path().resolve(name);
  }

  /** What the database holds, as bytes that can be searched. */
  public String disk() {
    StringBuilder all = new StringBuilder();
    try (var files = Files.newDirectoryStream(state.path(), "plumbline.db*")) {
      for (Path file : files) {
        all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return all.toString();
  }

  public EnrollmentReply enroll(Bundle bundle) {
    return control()
        .call(
            "Enrollment",
            EnrollmentRequest.newBuilder().setBundle(bundle).build(),
            EnrollmentReply.parser());
  }

  /** An agent's key and what first contact gave it. */
  public record Enrolled(int port, String authority, AgentKey key, String certificate) {
    public ScriptedAgent dial() {
      return ScriptedAgent.dial(port, authority, Optional.of(key), Optional.of(certificate));
    }
  }

  public Enrolled sign(Bundle bundle, String node, String machineId) {
    EnrollmentReply enrollment = enroll(bundle);
    AgentKey key = AgentKey.make();
    SignAgentReply signed =
        control()
            .call(
                "SignAgent",
                SignAgentRequest.newBuilder()
                    .setNode(node)
                    .setMachineId(machineId)
                    .setCsr(key.request())
                    .build(),
                SignAgentReply.parser());
    return new Enrolled(
        enrollment.getPort(), enrollment.getCaCertificate(), key, signed.getCertificate());
  }

  /** Whether the controller has asked to be ended. */
  public boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** Ends this controller and starts another one on the same state. */
  public Rig restart() {
    close();
    return start(directory, PATIENCE);
  }

  @Override
  public void close() {
    try {
      for (AutoCloseable part : parts) {
        part.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
