package dev.plumbline.controller.guard;

import dev.plumbline.controller.model.AgentCommand;
import dev.plumbline.controller.model.AgentMessage;
import dev.plumbline.controller.model.Listening;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * Asks for every address of one guard until all were reached, or until there is no time left. Those
 * who are asked may be changing too, so it asks again and again.
 */
final class Inquiry {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(300);

  /** So long before the roll-back the last word goes out. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  private final AgentMessage.GuardArmed guard;
  private final Function<Listening, List<Witness>> witnesses;
  private final Consumer<AgentCommand> agent;
  private final LongSupplier nanos;
  private final Consumer<String> log;
  private final long deadline;

  /**
   * @param witnesses who can be asked for an address now, the controller last
   * @param agent the one that waits
   * @param nanos monotonic time
   */
  Inquiry(
      AgentMessage.GuardArmed guard,
      Function<Listening, List<Witness>> witnesses,
      Consumer<AgentCommand> agent,
      LongSupplier nanos,
      Consumer<String> log) {
    this.guard = guard;
    this.witnesses = witnesses;
    this.agent = agent;
    this.nanos = nanos;
    this.log = log;
    this.deadline = nanos.getAsLong() + guard.remaining().minus(MARGIN).toNanos();
  }

  void run() throws InterruptedException {
    List<Listening> open = new ArrayList<>(guard.listening());
    while (true) {
      List<Hearing> hearings = new ArrayList<>();
      for (Listening listening : open) {
        hearings.add(hear(listening));
      }
      hearings.removeIf(Hearing::isReached);
      open = hearings.stream().map(Hearing::listening).toList();
      if (open.isEmpty()) {
        agent.accept(new AgentCommand.Confirm(guard.guard()));
        log.accept("what was changed is confirmed");
        return;
      }
      String doubt = hearings.stream().map(Hearing::reason).collect(Collectors.joining("; "));
      agent.accept(new AgentCommand.Doubt(guard.guard(), doubt));
      if (left().compareTo(PAUSE) <= 0) {
        log.accept("what was changed is not confirmed: " + doubt);
        return;
      }
      Thread.sleep(PAUSE);
    }
  }

  private Duration left() {
    return Duration.ofNanos(deadline - nanos.getAsLong());
  }

  /** Asks all at once, and ends with the first that reaches the address. */
  private Hearing hear(Listening listening) throws InterruptedException {
    List<Witness> asked = witnesses.apply(listening);
    Duration timeout = left().compareTo(PATIENCE) < 0 ? left() : PATIENCE;
    if (timeout.compareTo(PAUSE) < 0) {
      timeout = PAUSE;
    }
    return hear(listening, asked, timeout);
  }

  private static Hearing hear(Listening listening, List<Witness> asked, Duration timeout)
      throws InterruptedException {
    Map<String, Answer> answers = new LinkedHashMap<>();
    asked.forEach(witness -> answers.put(witness.name(), Answer.failed("not answered in time")));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletionService<Map.Entry<String, Answer>> questions =
          new ExecutorCompletionService<>(threads);
      for (Witness witness : asked) {
        questions.submit(() ->
            Map.entry(witness.name(), witness.ask(listening.address(), listening.port(), timeout)));
      }
      for (int i = 0; i < asked.size(); i++) {
        Map.Entry<String, Answer> answer = questions.take().get();
        answers.put(answer.getKey(), answer.getValue());
        if (answer.getValue().nonce().equals(listening.nonce())) {
          threads.shutdownNow();
          break;
        }
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("asking for " + listening.address(), e);
    }
    return new Hearing(listening, answers, asked.size() > 1);
  }
}
