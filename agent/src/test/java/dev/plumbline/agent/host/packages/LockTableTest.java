package dev.plumbline.agent.host.packages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LockTableTest {
  @Test
  void findsTheHolderOfAWriteLock() {
    assertThat(LockTable.holder(Captured.text("locks.txt"), 2231766)).contains(5312L);
  }

  @Test
  void readersAndWaitersHoldNothing() {
    assertThat(LockTable.holder(Captured.text("locks.txt"), 3)).isEmpty();
    assertThat(LockTable.holder("1: -> POSIX  ADVISORY  WRITE 44 fe:00:7 0 EOF\n", 7)).isEmpty();
  }

  @Test
  void nobodyHoldsWhatIsNotListed() {
    assertThat(LockTable.holder(Captured.text("locks.txt"), 1)).isEmpty();
    assertThat(LockTable.holder("", 2231766)).isEmpty();
  }
}
