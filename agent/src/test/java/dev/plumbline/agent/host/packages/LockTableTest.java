package dev.plumbline.agent.host.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LockTableTest {
  @Test
  void findsTheHolderOfAWriteLock() {
    assertThat(LockTable.holders(Captured.text("locks.txt"), 2231766)).containsExactly(5312L);
  }

  @Test
  void readersAndWaitersHoldNothing() {
    assertThat(LockTable.holders(Captured.text("locks.txt"), 3)).isEmpty();
    assertThat(LockTable.holders("1: -> POSIX  ADVISORY  WRITE 44 fe:00:7 0 EOF\n", 7)).isEmpty();
  }

  @Test
  void nobodyHoldsWhatIsNotListed() {
    assertThat(LockTable.holders(Captured.text("locks.txt"), 1)).isEmpty();
    assertThat(LockTable.holders("", 2231766)).isEmpty();
  }
}
