package dev.plumbline.controller.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a second apply takes what the controller keeps, and when it reads the inventory anew. */
class AgainTest {
  private static final String AGAIN = "apply again";
  private static final String ANEW = "apply [master, worker1] limit []";

  private static final String INVENTORY =
      """
      cluster: beowulf
      nodes:
        master:  {address: 192.168.56.10}
        worker1: {address: 192.168.56.11}
      groups:
        all:
          connect: {password: "file:~/password"}
          state:
            files:
              /etc/motd: {source: motd}
              /etc/who: "${env.WHO:-nobody}\\n"
      """;

  @TempDir Path directory;
  private Desk desk;

  @BeforeEach
  void applyOnce() throws IOException {
    desk = new Desk(directory).inventory(INVENTORY);
    write("motd", "Welcome\n");
    write("password", "s3cret\n");
    access("rw-------");
    desk.controller.connected = Set.of("master", "worker1");
    desk.controller.says(Scripts.APPLY_WITHOUT_CHANGES);
    apply();
    assertThat(asked()).containsExactly(ANEW);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private void access(String mode) throws IOException {
    Files.setPosixFilePermissions(
        directory.resolve("password"), PosixFilePermissions.fromString(mode));
  }

  private int apply(String... words) {
    List<String> all = new java.util.ArrayList<>(List.of("apply"));
    all.addAll(List.of(words));
    return desk.plumb(all.toArray(String[]::new));
  }

  /** What the controller was asked since the last time. */
  private List<String> asked() {
    List<String> asked = List.copyOf(desk.controller.asked);
    desk.controller.asked.clear();
    return asked;
  }

  private void isReadAnew() {
    assertThat(apply()).as(desk.err()).isZero();
    assertThat(asked()).containsExactly(ANEW);
  }

  @Test
  void nothingChanged() {
    String first = desk.out();

    assertThat(apply()).isZero();
    assertThat(asked()).containsExactly(AGAIN);
    assertThat(desk.out()).as("both say the same").isEqualTo(first + first);
    assertThat(apply("inventory.yaml", "--output", "json")).isZero();
    assertThat(asked()).containsExactly(AGAIN);
  }

  @Test
  void anotherInventory() {
    desk.inventory(INVENTORY.replace("nobody", "somebody"));
    isReadAnew();
    assertThat(desk.controller.last.orElseThrow().catalogs().toString()).contains("somebody");
  }

  @Test
  void aLocalFileThatAppearsAndVanishes() throws IOException {
    write("inventory.local.yaml", "nodes: {master: {state: {files: {/etc/motd: null}}}}\n");
    isReadAnew();
    Files.delete(directory.resolve("inventory.local.yaml"));
    isReadAnew();
  }

  @Test
  void anotherSource() throws IOException {
    write("motd", "Go away\n");
    isReadAnew();
  }

  @Test
  void anotherEnvironment() {
    desk.environment.put("WHO", "ann");
    isReadAnew();
    desk.environment.put("UNUSED", "x");
    apply();
    assertThat(asked()).containsExactly(AGAIN);
  }

  @Test
  void anotherHome() throws IOException {
    desk.home = Files.createDirectory(directory.resolve("home"));
    isReadAnew();
  }

  @Test
  void anotherInventoryByTheWorkingDirectory() throws IOException {
    desk.workingDirectory = Files.createDirectory(directory.resolve("deeper"));
    isReadAnew();
    write("deeper/inventory.yaml", INVENTORY);
    write("deeper/motd", "Welcome\n");
    isReadAnew();
  }

  @Test
  void aPasswordFileThatOthersMayRead() throws IOException {
    access("rw-r--r--");

    assertThat(apply()).isEqualTo(ExitCode.ERROR);
    assertThat(desk.err()).contains("may be read by others");
    assertThat(asked()).isEmpty();
  }

  @Test
  void aSourceThatIsGone() throws IOException {
    Files.delete(directory.resolve("motd"));

    assertThat(apply()).isEqualTo(ExitCode.ERROR);
    assertThat(asked()).isEmpty();
  }

  @Test
  void aLimit() {
    assertThat(apply("--limit", "worker1")).isZero();
    assertThat(asked()).containsExactly("apply [master, worker1] limit [worker1]");
    assertThat(apply("--limit", "nowhere")).isEqualTo(ExitCode.ERROR);
    assertThat(asked()).isEmpty();
  }

  @Test
  void anotherBuild() {
    desk.build = "b2";
    isReadAnew();
  }

  @Test
  void aControllerThatKeepsNothing() {
    desk.controller.last = Optional.empty();
    isReadAnew();
    desk.running = Optional.empty();
    isReadAnew();
  }
}
