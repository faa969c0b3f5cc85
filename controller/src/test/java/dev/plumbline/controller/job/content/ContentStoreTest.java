package dev.plumbline.controller.job.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTest {
  @TempDir Path directory;
  private final Set<String> pinned = new HashSet<>();
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T10:00:00Z"));

  private ContentStore open(long limit) throws IOException {
    return new ContentStore(directory.resolve("content"), limit, () -> pinned, now::get);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(String text) {
    return Secret.digestOf(bytes(text));
  }

  private static void put(ContentStore store, String text) throws ContentException {
    store.put(hash(text), 0, bytes(text), true);
  }

  @Test
  void goesOnWhereAKilledProcessStopped() throws Exception {
    String hash = hash("some bytes");
    assertThat(open(1000).put(hash, 0, bytes("some "), false)).isEqualTo(5);

    ContentStore store = open(1000);
    assertThat(store.find(hash)).isEmpty();
    assertThat(store.kept(hash)).isEqualTo(5);
    assertThat(store.put(hash, 7, bytes("tes"), true)).as("a gap").isEqualTo(5);
    assertThat(store.put(hash, 3, bytes("e bytes"), true)).as("an overlap").isEqualTo(10);
    assertThat(Files.readString(store.find(hash).orElseThrow())).isEqualTo("some bytes");
    assertThat(store.put(hash, 0, bytes("anything"), true)).as("whole already").isEqualTo(10);
  }

  @Test
  void beginsAgainWhereWhatHadComeMadeRoom() throws Exception {
    ContentStore store = open(1000);
    String hash = hash("some bytes");
    assertThat(store.put(hash, 0, bytes("some "), false)).isEqualTo(5);
    Path part = directory.resolve("content").resolve(hash.substring(0, 2)).resolve(hash + ".part");
    Files.delete(part);

    assertThat(store.put(hash, 5, bytes("bytes"), true)).as("a gap").isZero();
    assertThat(store.put(hash, 0, bytes("so"), false)).isEqualTo(2);
    Files.writeString(part, "som");
    assertThat(store.put(hash, 3, bytes("e "), false)).isEqualTo(5);
    assertThat(store.put(hash, 5, bytes("bytes"), true)).isEqualTo(10);
    assertThat(Files.readString(store.find(hash).orElseThrow())).isEqualTo("some bytes");
  }

  @Test
  void refusesWhatDoesNotFitItsHash() throws Exception {
    ContentStore store = open(1000);
    String hash = hash("before it changed");
    assertThatThrownBy(() -> store.put(hash, 0, bytes("after it changed!"), true))
        .isInstanceOf(ContentException.class)
        .hasMessageContaining("changed while it was sent");
    assertThat(store.kept(hash)).isZero();
    assertThatThrownBy(() -> store.put("../../etc/passwd", 0, bytes("x"), true))
        .hasMessageContaining("is not a hash");
  }

  private static Pieces.Piece piece(ContentStore store, String text, String came) {
    return () -> store.put(hash(text), 0, bytes(came), true);
  }

  @Test
  void takesInWhatItCanOfMany() throws Exception {
    ContentStore store = open(10_000);
    List<String> texts = IntStream.range(0, 100).mapToObj(i -> "content " + i).toList();
    assertThat(Pieces.put(texts.stream().map(text -> piece(store, text, text)).toList()))
        .isEqualTo(10);
    for (String text : texts) {
      assertThat(store.find(hash(text)).orElseThrow()).hasContent(text);
    }

    List<Pieces.Piece> one = List.of(piece(store, "right", "wrong"), piece(store, "fine", "fine"));
    assertThatThrownBy(() -> Pieces.put(one)).isInstanceOf(ContentException.class);
    assertThat(store.find(hash("right"))).isEmpty();
    assertThat(store.find(hash("fine"))).isPresent();
  }

  @Test
  void keepsAnEmptyFile() throws Exception {
    ContentStore store = open(1000);
    put(store, "");
    assertThat(store.find(hash(""))).isPresent();
  }

  @Test
  void whatWasUsedLongestAgoMakesRoomAndWhatIsNeededStays() throws Exception {
    ContentStore store = open(30);
    for (String text : new String[] {"aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"}) {
      put(store, text);
      assertThat(store.find(hash(text))).isPresent();
      now.updateAndGet(before -> before.plusSeconds(60));
    }
    pinned.add(hash("aaaaaaaaaa"));

    put(store, "dddddddddd");

    assertThat(store.find(hash("aaaaaaaaaa"))).isPresent();
    assertThat(store.find(hash("bbbbbbbbbb"))).isEmpty();
    assertThat(store.find(hash("cccccccccc"))).isPresent();
    pinned.add(hash("cccccccccc"));
    pinned.add(hash("dddddddddd"));
    assertThatThrownBy(() -> put(store, "eeeeeeeeee"))
        .hasMessageContaining("no more than 30 bytes");
  }
}
