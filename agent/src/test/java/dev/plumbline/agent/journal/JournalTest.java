package dev.plumbline.agent.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.agent.engine.Interrupted;
import dev.plumbline.agent.engine.Planning.Published;
import dev.plumbline.agent.engine.Report;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  private static final ResourceId FILE = ResourceId.parse("file[/etc/motd]");
  private static final ResourceId HOSTS = ResourceId.parse("hosts");
  private static final List<Change> CHANGES =
      List.of(
          new Change.Certain("mode", "0600", "0644"),
          new Change.Certain("owner", null, "root"),
          new Change.Text("content", "a\nb\n", "ä\n"),
          new Change.KnownAfterApply("version", null, "apt update"),
          new Change.Hidden("password"));
  private static final Assignment ASSIGNMENT =
      new Assignment(
          new EncodedCatalog(
              "n1",
              List.of(
                  new EncodedCatalog.Entry(
                      "file", "/etc/motd", 1, "{\"content\":\"x\\ny\"}", List.of("hosts"))),
              "c0ffee",
              Map.of("digest", "the-secret-value")),
          3,
          4);

  @TempDir Path directory;

  private List<Journal.Past> past() throws Failure {
    List<Journal.Past> past = new ArrayList<>();
    Journal.open(directory, past);
    return past;
  }

  private Journal journal() throws Failure {
    return Journal.open(directory, new ArrayList<>());
  }

  private static Finished report(String request) {
    return new Finished(
        request,
        "c0ffee",
        4,
        List.of(
            new Report.Step(FILE, new Outcome.Changed(CHANGES)),
            new Report.Step(HOSTS, new Outcome.Unchanged()),
            new Report.Step(HOSTS, new Outcome.Skipped("because")),
            new Report.Step(HOSTS, new Outcome.Waiting("key")),
            new Report.Step(HOSTS, new Outcome.Failed("no", "do"))),
        List.of(new Published(HOSTS, Export.plain("key", "value"))),
        5,
        List.of(HOSTS),
        1234);
  }

  @Test
  void aReportStaysUntilItIsAcknowledged() throws Failure {
    Journal journal = journal();
    journal.begin("r1", ASSIGNMENT).finished(report("r1"));
    assertThat(past()).containsExactly(new Journal.Past.Ended(report("r1")));
    journal.forget("r1");
    journal.forget("unknown");
    assertThat(past()).isEmpty();
  }

  @Test
  void whatWasOpenIsFoundWithItsSteps() throws Failure {
    Entry entry = journal().begin("r1", ASSIGNMENT);
    entry.started(FILE, CHANGES);
    entry.done(FILE, new Outcome.Changed(CHANGES));
    entry.started(HOSTS, List.of());
    assertThat(past())
        .singleElement()
        .isInstanceOfSatisfying(
            Journal.Past.Open.class,
            open -> {
              assertThat(open.request()).isEqualTo("r1");
              assertThat(open.assignment().catalog().entries())
                  .isEqualTo(ASSIGNMENT.catalog().entries());
              assertThat(open.assignment().generation()).isEqualTo(3);
              assertThat(open.assignment().revision()).isEqualTo(4);
              assertThat(open.interrupted())
                  .isEqualTo(
                      new Interrupted(
                          Map.of(FILE, CHANGES, HOSTS, List.of()),
                          Map.of(FILE, new Outcome.Changed(CHANGES))));
            });
  }

  @Test
  void anOpenApplyCanBeEndedAfterARestart() throws Failure {
    journal().begin("r1", ASSIGNMENT).started(FILE, CHANGES);
    ((Journal.Past.Open) past().getFirst()).entry().finished(report("r1"));
    assertThat(past()).containsExactly(new Journal.Past.Ended(report("r1")));
  }

  @Test
  void oldestFirstAlsoAfterARestart() throws Failure {
    journal().begin("r1", ASSIGNMENT).finished(report("r1"));
    journal().begin("r2", ASSIGNMENT).finished(report("r2"));
    assertThat(past()).extracting(Journal.Past::request).containsExactly("r1", "r2");
  }

  @Test
  void noSecretGetsToTheDisk() throws Failure, IOException {
    Finished secret =
        new Finished(
            "r1",
            "h",
            1,
            List.of(),
            List.of(new Published(HOSTS, Export.secret("token", "SWMTKN-1"))),
            0,
            List.of(),
            1);
    journal().begin("r1", ASSIGNMENT).finished(secret);
    assertThat(Files.readString(file()))
        .contains("c0ffee")
        .doesNotContain("the-secret-value")
        .doesNotContain("SWMTKN-1");
  }

  @Test
  void everyTornTailIsCutAndTheRestKept() throws Failure, IOException {
    Entry entry = journal().begin("r1", ASSIGNMENT);
    long first = Files.size(file());
    entry.started(FILE, CHANGES);
    byte[] whole = Files.readAllBytes(file());
    for (int length = (int) first; length < whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThat(past())
          .singleElement()
          .isInstanceOfSatisfying(
              Journal.Past.Open.class, open -> assertThat(open.interrupted().started()).isEmpty());
      assertThat(Files.size(file())).isEqualTo(first);
    }
  }

  @Test
  void aFlippedBitIsNoticed() throws Failure, IOException {
    Entry entry = journal().begin("r1", ASSIGNMENT);
    int first = (int) Files.size(file());
    entry.started(FILE, CHANGES);
    byte[] bytes = Files.readAllBytes(file());
    bytes[first + 40] ^= 1;
    Files.write(file(), bytes);
    assertThat(((Journal.Past.Open) past().getFirst()).interrupted().started()).isEmpty();
  }

  @Test
  void whatCannotBeReadAtAllIsPutAside() throws Failure, IOException {
    journal().begin("r1", ASSIGNMENT);
    Path file = file();
    Files.writeString(file, "nonsense\n");
    assertThat(past()).isEmpty();
    assertThat(file).doesNotExist();
    assertThat(directory.resolve(file.getFileName() + ".unreadable")).exists();
  }

  @Test
  void aFullDiskRefusesBeforeAnythingIsTouched() throws Failure, IOException {
    Journal journal = journal();
    Files.delete(directory); // Stands for any directory that cannot be written, also for root.
    assertThatThrownBy(() -> journal.begin("r1", ASSIGNMENT))
        .isInstanceOf(Failure.class)
        .hasMessageMatching("cannot write .*0000000001.log: no such file or directory");
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findFirst().orElseThrow();
    }
  }
}
