package dev.plumbline.lab.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.engine.Docker;
import dev.plumbline.lab.engine.Engines;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.lab.machine.Progress;
import dev.plumbline.lab.machine.StateDirectory;
import dev.plumbline.lab.node.Places;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Alone, for it looks at the whole machine. */
@LabTest
@Isolated
class DownTest {
  private static final StateDirectory STATE = StateDirectory.ofThisUser();

  @Test
  void leavesNothingOnTheMachine(@TempDir Path directory) {
    // The engine of a lab that somebody else has up stays, and its traces with it.
    List<String> before = things(engine());
    Machine machine = Machine.now();

    Lab lab = Lab.up(Inventories.write(directory, "traces", "one", "two"));
    Path state = STATE.lab(lab.id());
    lab.node("one").run("apt-get update --quiet=2; apt-get install --yes --quiet=2 hello");
    lab.node("two").run(Nested.ENGINE + Nested.IMAGE + "docker run --detach tiny sleep 1000");
    lab.down();

    assertThat(Machine.now().beyond(machine)).isEmpty();
    assertThat(things(engine())).isEqualTo(before);
    assertThat(directory.resolve("inventory.local.yaml")).doesNotExist();
    assertThat(STATE.archives().resolve("nodes").resolve(lab.id())).doesNotExist();
    assertThat(STATE.archives().resolve("pool"))
        .isDirectoryContaining(file -> file.getFileName().toString().startsWith("hello_"));
    assertThat(Lab.ofId(lab.id())).isEmpty();
    assertThat(state).doesNotExist();
  }

  @Test
  void twoLabsLiveSideBySide(@TempDir Path directory) throws Exception {
    Path here = Files.createDirectory(directory.resolve("here"));
    Path there = Files.createDirectory(directory.resolve("there"));
    Lab first = Lab.up(Inventories.write(here, "twin", "one"));
    Lab second = Lab.up(Inventories.write(there, "twin", "one"));
    assertThat(first.id()).isNotEqualTo(second.id());
    assertThat(first.node("one").address()).isNotEqualTo(second.node("one").address());
    first.down();
    assertThat(second.node("one").ssh("hostname").out()).isEqualTo("ubuntu\n");
    second.down();
  }

  @Test
  void aLocalInventoryOfSomebodyElseStopsUpBeforeItBegins(@TempDir Path directory)
      throws Exception {
    Path inventory = Inventories.write(directory, "mine", "one");
    Path local = Files.writeString(directory.resolve("inventory.local.yaml"), "nodes: {}\n");
    assertThatThrownBy(() -> Lab.up(inventory))
        .isInstanceOf(LabProblem.class)
        .hasMessageContaining("was not written by plumb lab");
    assertThat(local).hasContent("nodes: {}");
    assertThat(Lab.of(inventory)).isEmpty();
  }

  private static Optional<Docker> engine() {
    return new Engines(STATE, Progress.silent()).running();
  }

  private static List<String> things(Optional<Docker> engine) {
    return engine
        .filter(docker -> !Places.labs(docker).isEmpty())
        .map(docker ->
            List.of(
                docker.ask("listing", "ps", "--all", "--quiet"),
                docker.ask("listing", "network", "ls", "--quiet"),
                docker.ask("listing", "volume", "ls", "--quiet")))
        .orElse(List.of());
  }
}
