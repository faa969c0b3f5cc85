package dev.plumbline.controller.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisitTest {
  private final List<String> heard = new ArrayList<>();
  private final List<Due> due = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private boolean room = true;
  private int ended;

  private record Due(Duration at, Runnable call) {}

  private final Visit visit =
      new Visit(
          "master",
          new Reader() {
            @Override
            public void piece(byte[] data) {
              heard.add(data.length + " bytes");
            }

            @Override
            public boolean hasRoom() {
              return room;
            }

            @Override
            public void complete() {
              heard.add("complete");
            }

            @Override
            public void failed(String why) {
              heard.add(why);
            }
          },
          (delay, call) -> due.add(new Due(now.plus(delay), call)),
          () -> ended++);

  private final Source source =
      new Source() {
        @Override
        public void more() {
          heard.add("more");
        }

        @Override
        public void stop() {
          heard.add("stop");
        }
      };

  private void pass(Duration time) {
    Duration until = now.plus(time);
    while (due.stream().anyMatch(each -> each.at().compareTo(until) <= 0)) {
      Due next = due.stream().min(Comparator.comparing(Due::at)).orElseThrow();
      due.remove(next);
      now = next.at();
      next.call().run();
    }
    now = until;
  }

  @Test
  void onePieceAfterTheOther() {
    visit.begin(source);
    visit.piece(new byte[3]);
    visit.piece(new byte[1]);
    visit.complete();
    pass(Duration.ofHours(1));

    assertThat(heard).containsExactly("more", "3 bytes", "more", "1 bytes", "more", "complete");
    assertThat(ended).isEqualTo(1);
  }

  @Test
  void noMoreIsAskedForWhileTheReaderHasNotRead() {
    visit.begin(source);
    room = false;
    visit.piece(new byte[3]);
    pass(Duration.ofSeconds(30));
    assertThat(heard).containsExactly("more", "3 bytes");

    room = true;
    pass(Duration.ofSeconds(1));
    assertThat(heard).containsExactly("more", "3 bytes", "more");
  }

  @Test
  void aReaderThatDoesNotReadForAMinuteIsGivenUp() {
    visit.begin(source);
    room = false;
    visit.piece(new byte[3]);
    pass(Duration.ofSeconds(61));

    assertThat(heard)
        .containsExactly("more", "3 bytes", "the page was not read for a minute", "stop");
    assertThat(ended).isEqualTo(1);
  }

  @Test
  void anAgentThatDoesNotAnswerIsNotWaitedForAndComesTooLate() {
    pass(Duration.ofSeconds(15));
    assertThat(heard).containsExactly("the agent on master did not answer within 15 s");
    assertThat(ended).isEqualTo(1);

    visit.begin(source);
    assertThat(heard).endsWith("stop");
  }

  @Test
  void whoLeavesHearsNothingMoreAndTheAgentBringsNothingMore() {
    visit.begin(source);
    visit.leave();
    visit.complete();
    visit.lose();

    assertThat(heard).containsExactly("more", "stop");
    assertThat(ended).isEqualTo(1);
  }

  @Test
  void whatTheAgentSaysIsToldWithItsNode() {
    visit.begin(source);
    visit.refuse("no master of Spark runs");
    assertThat(heard).containsExactly("more", "on master: no master of Spark runs");
  }

  @Test
  void aLostConnectionIsTold() {
    visit.begin(source);
    visit.lose();
    assertThat(heard).containsExactly("more", "the connection to master was lost");
  }
}
