package dev.plumbline.controller.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
  @TempDir Path directory;

  @Test
  void readsWhatWasWrittenBefore() {
    try (Recorder recorder = new Recorder(SqliteStore.open(directory.resolve("db")))) {
      for (int i = 0; i < 100; i++) {
        String value = Integer.toString(i);
        var _ = recorder.write(store -> store.set("a", value));
      }

      assertThat(recorder.read(store -> store.setting("a")).join()).contains("99");
    }
  }

  @Test
  void aWriteThatFailsTakesNoOtherWithIt() throws InterruptedException {
    try (Recorder recorder = new Recorder(SqliteStore.open(directory.resolve("db")))) {
      CountDownLatch together = new CountDownLatch(1);
      List<CompletableFuture<Void>> writes = new ArrayList<>();
      var _ =
          recorder.write(_ -> {
            try {
              together.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          });
      writes.add(recorder.write(store -> store.set("a", "1")));
      writes.add(
          recorder.write(_ -> {
            throw new StoreException("the disk is full");
          }));
      writes.add(recorder.write(store -> store.set("b", "2")));
      together.countDown();

      writes.getFirst().join();
      writes.getLast().join();
      assertThatThrownBy(() -> writes.get(1).join()).hasRootCauseMessage("the disk is full");
      assertThat(recorder.read(store -> store.setting("a")).join()).contains("1");
      assertThat(recorder.read(store -> store.setting("b")).join()).contains("2");
    }
  }

  @Test
  void writesEverythingBeforeItEnds() {
    Path file = directory.resolve("db");
    Recorder recorder = new Recorder(SqliteStore.open(file));
    var _ = recorder.write(store -> store.set("a", "1"));
    recorder.close();

    try (Store store = SqliteStore.open(file)) {
      assertThat(store.setting("a")).isEqualTo(Optional.of("1"));
    }
  }
}
