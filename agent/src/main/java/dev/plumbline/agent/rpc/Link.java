package dev.plumbline.agent.rpc;

import dev.plumbline.agent.guard.Call;
import dev.plumbline.agent.guard.Vigil;
import dev.plumbline.agent.job.Jobs;
import dev.plumbline.agent.rpc.wire.Greeting;
import dev.plumbline.agent.rpc.wire.JobOrders;
import dev.plumbline.agent.rpc.wire.Messages;
import dev.plumbline.agent.rpc.wire.Outbox;
import dev.plumbline.agent.rpc.wire.Requests;
import dev.plumbline.agent.rpc.wire.Vitals;
import dev.plumbline.agent.work.Worker;
import dev.plumbline.proto.v1.JobOrder;
import dev.plumbline.proto.v1.ProbeRequest;
import dev.plumbline.proto.v1.ToAgent;
import dev.plumbline.proto.v1.Welcome;
import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** Keeps a session with the controller: dials its addresses in turn, and again when it is lost. */
public final class Link implements Runnable {
  private static final System.Logger LOG = System.getLogger(Link.class.getName());
  private static final Duration WELCOME = Duration.ofSeconds(20);
  private static final Duration WELCOME_IN_NEED = Duration.ofSeconds(5);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private final List<String> endpoints;
  private final Tls tls;
  private final Speech speech;
  private final Outbox outbox;
  private final Worker worker;
  private final JobDesk jobDesk;
  private final Vigil vigil;
  private final LinkListener listener;
  private final Backoff backoff;
  private final AtomicLong beats = new AtomicLong();
  private volatile Optional<Session> current = Optional.empty();

  /** Who hears of orders of jobs, and carries their files and pages. */
  public record JobDesk(Jobs jobs, ContentCourier courier, PageCourier pages) {}

  /** What the agent says of itself. */
  public record Speech(
      Supplier<Greeting> greeting, Supplier<Vitals> vitals, Supplier<Map<String, String>> facts) {}

  /**
   * @param endpoints host:port of the controller, at least one
   */
  public Link(
      List<String> endpoints,
      Tls tls,
      Speech speech,
      Outbox outbox,
      Worker worker,
      JobDesk jobDesk,
      Vigil vigil,
      LinkListener listener,
      RandomGenerator random) {
    this.endpoints = List.copyOf(endpoints);
    this.tls = tls;
    this.speech = speech;
    this.outbox = outbox;
    this.worker = worker;
    this.jobDesk = jobDesk;
    this.vigil = vigil;
    this.listener = listener;
    this.backoff = new Backoff(random);
    vigil.redialWith(() -> current.ifPresent(session -> session.leave("a change is tried")));
  }

  /** Grows as long as this is alive, at least every half minute. */
  public long beats() {
    return beats.get();
  }

  @Override
  public void run() {
    try {
      for (int turn = 0; !Thread.currentThread().isInterrupted(); turn++) {
        String endpoint = endpoints.get(turn % endpoints.size());
        String why = session(endpoint);
        vigil.disconnected(why);
        worker.forgetWaiting();
        listener.disconnected(endpoint, why);
        beats.incrementAndGet();
        if (vigil.isKept()) {
          backoff.reset();
        }
        Thread.sleep(backoff.next());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One session; why it ended. */
  public String session(String endpoint) throws InterruptedException {
    try (Session session = Session.open(endpoint, tls, this::receive)) {
      current = Optional.of(session);
      session.send(Messages.hello(speech.greeting().get()));
      outbox.open(session::send); // Requests may follow the welcome at once.
      Optional<Welcome> welcome = session.welcome(vigil.isKept() ? WELCOME_IN_NEED : WELCOME);
      if (welcome.isEmpty()) {
        String why = session.end(Duration.ofSeconds(1)).orElse("no welcome");
        return Reasons.isWordless(why) ? Refusal.of(endpoint, tls).orElse(why) : why;
      }
      return talk(session, endpoint, welcome.get());
    } catch (IOException e) {
      return e.getMessage() + "; run 'plumb agent install' again";
    } finally {
      current = Optional.empty();
      outbox.close();
      jobDesk.courier().close();
      jobDesk.pages().close();
      jobDesk.jobs().disconnected();
    }
  }

  private String talk(Session session, String endpoint, Welcome welcome)
      throws InterruptedException {
    backoff.reset();
    if (welcome.getReconnectCapMs() > 0) {
      backoff.cap(Duration.ofMillis(welcome.getReconnectCapMs()));
    }
    listener.connected(endpoint, welcome.getCluster());
    outbox.facts("", speech.facts().get());
    worker.reports().all().forEach(outbox::applied);
    jobDesk.courier().open(session.channel());
    jobDesk.pages().open(session.channel());
    jobDesk.jobs().connected();
    vigil.connected();
    Duration pause =
        welcome.getHeartbeatMs() > 0 ? Duration.ofMillis(welcome.getHeartbeatMs()) : HEARTBEAT;
    for (long sequence = 1; ; sequence++) {
      Optional<String> end = session.end(pause);
      if (end.isPresent()) {
        return end.get();
      }
      beats.incrementAndGet();
      session.send(Messages.heartbeat(sequence, speech.vitals().get()));
    }
  }

  private void receive(ToAgent message) {
    switch (message.getMessageCase()) {
      case ACKNOWLEDGE -> acknowledge(message.getAcknowledge().getRequest());
      case PROBE -> call(message.getProbe());
      case CONFIRM -> vigil.confirmed(message.getConfirm().getGuard());
      case JOB -> receive(message.getJob());
      case PAGE -> jobDesk.pages().order(message.getPage());
      case DOUBT -> vigil.doubted(message.getDoubt().getGuard(), message.getDoubt().getReason());
      case PLAN, APPLY, FACTS, EXPORTS, WELCOME, MESSAGE_NOT_SET ->
          Requests.read(message)
              .ifPresentOrElse(
                  worker::submit,
                  () ->
                      LOG.log(
                          System.Logger.Level.WARNING,
                          "the controller sent what this agent does not know: {0}",
                          message.getMessageCase()));
    }
  }

  private void acknowledge(String request) {
    try {
      worker.reports().acknowledge(request);
    } catch (Failure failure) {
      // It would be delivered once more after a restart, which does no harm.
      LOG.log(System.Logger.Level.WARNING, failure.getMessage());
    }
  }

  /** Answered at once, whatever the worker does: another node waits for it. */
  private void call(ProbeRequest probe) {
    Thread.ofVirtual()
        .name("call")
        .start(() ->
            outbox.called(
                probe.getRequest(),
                Call.of(
                    probe.getAddress(), probe.getPort(), Duration.ofMillis(probe.getTimeoutMs()))));
  }

  private void receive(JobOrder message) {
    try {
      JobOrders.read(message)
          .ifPresentOrElse(
              order -> jobDesk.jobs().submit(message.getJob(), order),
              () ->
                  LOG.log(
                      System.Logger.Level.WARNING,
                      "the controller ordered what this agent does not know: {0}",
                      message.getOrderCase()));
    } catch (IllegalArgumentException e) {
      LOG.log(
          System.Logger.Level.ERROR,
          "an order for job {0} makes no sense: {1}",
          message.getJob(),
          e.getMessage());
    }
  }
}
