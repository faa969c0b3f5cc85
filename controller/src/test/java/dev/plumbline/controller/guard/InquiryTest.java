package dev.plumbline.controller.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.model.AgentCommand;
import dev.plumbline.controller.model.AgentMessage;
import dev.plumbline.controller.model.Listening;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class InquiryTest {
  private static final Listening LISTENING = new Listening("192.0.2.1", 24, 9, "n0nce");
  private static final Answer REACHED = new Answer("n0nce", "");
  private static final Answer LOST = Answer.failed("connect timed out");

  private final List<AgentCommand> told = new ArrayList<>();
  private final AtomicLong nanos = new AtomicLong();

  /** Says what it is told to, the last thing for ever; each answer takes ten seconds. */
  private Witness witness(String name, Answer... answers) {
    Deque<Answer> script = new ArrayDeque<>(Arrays.asList(answers));
    return new Witness() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public synchronized Answer ask(String address, int port, Duration timeout) {
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        return script.size() == 1 ? script.getFirst() : script.removeFirst();
      }
    };
  }

  private void inquire(List<Listening> listening, Witness... witnesses)
      throws InterruptedException {
    new Inquiry(
            new AgentMessage.GuardArmed("r", "g", Duration.ofSeconds(30), listening),
            _ -> List.of(witnesses),
            told::add,
            nanos::get,
            _ -> {})
        .run();
  }

  @Test
  void withoutAnAddressTheConnectionIsEnough() throws InterruptedException {
    inquire(List.of());
    assertThat(told).containsExactly(new AgentCommand.Confirm("g"));
  }

  @Test
  void whatOneReachesMayStay() throws InterruptedException {
    inquire(List.of(LISTENING), witness("n2", LOST), witness("the controller", REACHED));
    assertThat(told).containsExactly(new AgentCommand.Confirm("g"));
  }

  @Test
  void whatIsReachedAtTheSecondTryMayStay() throws InterruptedException {
    inquire(List.of(LISTENING), witness("n2", LOST, REACHED));
    assertThat(told)
        .containsExactly(new AgentCommand.Doubt("g", doubt("n2")), new AgentCommand.Confirm("g"));
  }

  @Test
  void everyAddressMustBeReached() throws InterruptedException {
    Listening other = new Listening("192.0.2.2", 24, 9, "an0ther");
    inquire(List.of(LISTENING, other), witness("n2", REACHED), witness("n3", REACHED));
    assertThat(told)
        .isNotEmpty()
        .allSatisfy(command ->
            assertThat(command)
                .isEqualTo(
                    new AgentCommand.Doubt(
                        "g",
                        "n2 and n3 could not reach 192.0.2.2:9 (another machine answers there)")));
  }

  @Test
  void whatNobodyReachesIsDoubtedToTheEnd() throws InterruptedException {
    inquire(List.of(LISTENING), witness("n2", LOST));
    assertThat(told)
        .hasSize(3)
        .allSatisfy(
            command -> assertThat(command).isEqualTo(new AgentCommand.Doubt("g", doubt("n2"))));
  }

  @Test
  void whoHearsTheNonceFirstEndsTheQuestion() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    Witness silent =
        new Witness() {
          @Override
          public String name() {
            return "n3";
          }

          @Override
          public Answer ask(String address, int port, Duration timeout)
              throws InterruptedException {
            never.await();
            return LOST;
          }
        };
    inquire(List.of(LISTENING), silent, witness("n2", REACHED));
    assertThat(told).containsExactly(new AgentCommand.Confirm("g"));
  }

  private static String doubt(String name) {
    return name
        + " could not reach 192.0.2.1:9 (connect timed out), and no other connected node has an"
        + " address in 192.0.2.0/24 that could be asked";
  }
}
