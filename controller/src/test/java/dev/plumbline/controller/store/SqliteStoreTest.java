package dev.plumbline.controller.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.controller.kinds.Kinds;
import dev.plumbline.controller.kinds.RelaySpec;
import dev.plumbline.controller.model.CertificateRecord;
import dev.plumbline.controller.model.Generation;
import dev.plumbline.controller.model.InventoryNode;
import dev.plumbline.controller.model.KnownExport;
import dev.plumbline.controller.model.NodeRecord;
import dev.plumbline.controller.model.NodeState;
import dev.plumbline.controller.model.NodeSummary;
import dev.plumbline.controller.model.Revision;
import dev.plumbline.controller.model.RunRecord;
import dev.plumbline.controller.model.StepResult;
import dev.plumbline.controller.model.Verb;
import dev.plumbline.resources.Outcome;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.123Z");

  @TempDir Path directory;
  private Store store;

  @BeforeEach
  void open() {
    store = SqliteStore.open(file());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Path file() {
    return directory.resolve("plumbline.db");
  }

  private void reopen() {
    store.close();
    open();
  }

  @Test
  void keepsSettings() {
    store.set("port", "7433");
    store.set("port", "7434");
    reopen();

    assertThat(store.setting("port")).contains("7434");
    assertThat(store.setting("other")).isEmpty();
  }

  @Test
  void keepsGenerationsWithTheirCatalogsButWithoutSecrets() {
    EncodedCatalog catalog =
        Kinds.catalog("master", List.of(RelaySpec.of("r", Set.of("worker/r"))));
    EncodedCatalog withSecrets =
        new EncodedCatalog(
            catalog.node(), catalog.entries(), catalog.hash(), Map.of("digest", "s3cret"));
    Generation first =
        new Generation(
            1,
            "h1",
            "beowulf",
            "inventory.yaml",
            NOW,
            "ann",
            List.of(
                new InventoryNode("master", "10.0.0.1", 2, List.of("all", "managers")),
                new InventoryNode("worker", "10.0.0.2", 1, List.of())));
    Generation second =
        new Generation(2, "h2", "beowulf", "inventory.yaml", NOW, "bob", first.nodes());

    store.add(first, List.of(withSecrets));
    store.add(second, List.of(withSecrets));
    reopen();

    assertThat(store.generation()).contains(second);
    assertThat(store.catalog(1, "master")).contains(catalog);
    assertThat(store.catalog(2, "master")).contains(catalog);
    assertThat(store.catalog(1, "worker")).isEmpty();
  }

  @Test
  void keepsNodes() {
    NodeRecord fresh = NodeRecord.unknown("a");
    NodeRecord full =
        new NodeRecord(
            "b",
            Optional.of(new NodeRecord.Seen("m", "SHA256:x", "build")),
            Optional.of(NOW),
            new Revision(3, 2, "hash", Map.of(RelaySpec.key("a/r"), "digest")),
            Optional.of(
                new NodeRecord.Applied(
                    2,
                    3,
                    "hash",
                    NOW,
                    List.of(
                        new StepResult("package[x]", new Outcome.Failed("broke", "mend")),
                        new StepResult("relay[y]", new Outcome.Waiting("value")),
                        new StepResult("file[z]", new Outcome.Skipped("needs package[x]"))))),
            new NodeRecord.Verdict(NodeState.FAILED, "note"));

    store.save(fresh);
    store.save(full);
    store.save(full);
    reopen();

    assertThat(store.nodes()).containsExactly(fresh, full);

    NodeRecord mended =
        full.withApplied(new NodeRecord.Applied(2, 3, "hash", NOW, List.of()), full.verdict());
    store.save(mended);
    assertThat(store.nodes()).containsExactly(fresh, mended);
  }

  @Test
  void keepsExports() {
    KnownExport plain = new KnownExport(RelaySpec.key("a/r"), Optional.of("value"), "d1");
    KnownExport secret = new KnownExport(RelaySpec.key("b/r"), Optional.empty(), "d2");

    store.save(plain);
    store.save(secret);
    store.save(new KnownExport(RelaySpec.key("b/r"), Optional.empty(), "d3"));
    reopen();

    assertThat(store.exports())
        .containsExactlyInAnyOrder(
            plain, new KnownExport(RelaySpec.key("b/r"), Optional.empty(), "d3"));
  }

  @Test
  void keepsRunsNewestFirst() {
    RunRecord ended =
        new RunRecord(
            1,
            Verb.APPLY,
            1,
            "ann",
            NOW,
            Optional.of(
                new RunRecord.End(
                    Duration.ofMillis(1234),
                    3,
                    "note",
                    List.of(
                        new NodeSummary(
                            "a", NodeState.OFFLINE, 1, 2, 3, 4, 5, Duration.ofMillis(6), "n")))));
    RunRecord underWay = new RunRecord(2, Verb.PLAN, 1, "bob", NOW, Optional.empty());

    store.save(new RunRecord(1, Verb.APPLY, 1, "ann", NOW, Optional.empty()));
    store.save(ended);
    store.save(underWay);
    reopen();

    assertThat(store.runs(10)).containsExactly(underWay, ended);
    assertThat(store.runs(1)).containsExactly(underWay);
  }

  @Test
  void keepsCertificates() {
    CertificateRecord good =
        new CertificateRecord("ab", "a", "m", NOW, NOW.plusSeconds(60), Optional.empty());
    store.add(good);
    store.add(new CertificateRecord("cd", "a", "m", NOW, NOW, Optional.empty()));
    store.revoke("cd", NOW);
    reopen();

    assertThat(store.certificates())
        .containsExactlyInAnyOrder(
            good, new CertificateRecord("cd", "a", "m", NOW, NOW, Optional.of(NOW)));
  }

  @Test
  void aTransactionIsAllOrNothing() {
    assertThatThrownBy(() ->
            store.inTransaction(() -> {
              store.set("a", "1");
              throw new IllegalStateException("in the middle");
            }))
        .hasMessage("in the middle");

    assertThat(store.setting("a")).isEmpty();
    store.inTransaction(() -> store.set("b", "2"));
    assertThat(store.setting("b")).contains("2");
  }

  @Test
  void aDamagedDatabaseIsOneClearLine() throws IOException {
    Path damaged = directory.resolve("damaged.db");
    Files.writeString(
        damaged, "this is no database, but long enough to look like one. ".repeat(99));

    assertThatThrownBy(() -> SqliteStore.open(damaged))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            damaged
                + " is damaged or not a database of this controller; move it away and run plumb"
                + " apply, which installs the agents anew");
  }

  @Test
  void aFullDiskIsOneClearLine() {
    ((SqliteStore) store).limitPages(40);

    assertThatThrownBy(() -> store.set("large", "x".repeat(1_000_000)))
        .isInstanceOf(StoreException.class)
        .hasMessage("cannot write " + file() + ": the disk is full; free some space and try again");
  }

  @Test
  void aDatabaseOfANewerBuildIsRefused() throws SQLException {
    store.close();
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = 99");
    }

    assertThatThrownBy(this::open).hasMessageContaining("was written by a newer Plumbline");

    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version = " + Migrations.NEWEST);
    }
    open();
  }
}
