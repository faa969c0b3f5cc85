package dev.plumbline.controller.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.model.Listening;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HearingTest {
  private static final Listening LISTENING = new Listening("192.168.56.99", 24, 41234, "n0nce");
  private final Map<String, Answer> answers = new LinkedHashMap<>();

  private HearingTest said(String name, String nonce, String failure) {
    answers.put(name, new Answer(nonce, failure));
    return this;
  }

  private Hearing hearing(boolean peers) {
    return new Hearing(LISTENING, answers, peers);
  }

  @Test
  void oneThatHeardTheNonceIsEnough() {
    said("master", "", "no route to host").said("the controller", "n0nce", "");
    assertThat(hearing(true).isReached()).isTrue();
  }

  @Test
  void thoseWhoFailedAlikeAreNamedTogether() {
    said("master", "", "no route to host")
        .said("worker2", "", "no route to host")
        .said("the controller", "", "connect timed out");
    assertThat(hearing(true).isReached()).isFalse();
    assertThat(hearing(true).reason())
        .isEqualTo(
            "master and worker2 could not reach 192.168.56.99:41234 (no route to host), nor could"
                + " the controller (connect timed out)");
  }

  @Test
  void anAnswerOfAnotherMachineIsNone() {
    said("master", "something", "");
    assertThat(hearing(true).isReached()).isFalse();
    assertThat(hearing(true).reason())
        .isEqualTo("master could not reach 192.168.56.99:41234 (another machine answers there)");
  }

  @Test
  void itIsSaidWhenNobodyElseWasThere() {
    said("the controller", "", "connect timed out");
    assertThat(hearing(false).reason())
        .isEqualTo(
            "the controller could not reach 192.168.56.99:41234 (connect timed out), and no other"
                + " connected node has an address in 192.168.56.0/24 that could be asked");
  }
}
