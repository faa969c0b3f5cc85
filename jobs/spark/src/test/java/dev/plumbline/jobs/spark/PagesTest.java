package dev.plumbline.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagesTest {
  @Test
  void whatWentWrongIsToldWithoutWhatDidNot() {
    assertThat(
            Pages.told(
                """
                ==== Bytes 0-99 of 99 of /work/stderr ====
                26/11/20 18:14:54 INFO Executor: Adding it
                26/11/20 18:14:54 ERROR Executor: no class
                java.lang.ClassNotFoundException: org.example.A
                \tat java.base/java.lang.Thread.run(Thread.java:840)
                26/11/20 18:14:54 INFO MemoryStore: MemoryStore cleared
                """))
        .isEqualTo(
            "26/11/20 18:14:54 ERROR Executor: no class\n"
                + "java.lang.ClassNotFoundException: org.example.A");
  }

  @Test
  void oneThatWasKilledSaysWhatItSaidLast() {
    assertThat(
            Pages.told(
                """
                ==== Bytes 50-99 of 99 of /work/stderr ====
                of a line
                26/11/20 18:14:54 INFO Executor: Running task 1
                """))
        .isEqualTo("26/11/20 18:14:54 INFO Executor: Running task 1");
  }
}
