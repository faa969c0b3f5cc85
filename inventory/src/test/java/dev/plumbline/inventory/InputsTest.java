package dev.plumbline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.input.Input;
import dev.plumbline.inventory.input.Reading;
import dev.plumbline.resources.ResourceTypes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can make another inventory makes another reading. */
class InputsTest {
  private static final String INVENTORY =
      """
      cluster: beowulf
      vars: {who: "${env.WHO:-nobody}"}
      nodes:
        master: {address: 192.168.56.10}
      groups:
        all:
          connect: {user: ubuntu, identity: ~/.ssh/id, password: "file:password"}
          state:
            hostname: ${node.name}
            files:
              /etc/motd: {source: motd}
              /etc/who: "${who}\\n"
              /etc/home: {source: ~/profile}
      """;

  @TempDir Path directory;
  private final Map<String, String> environment = new HashMap<>(Map.of("WHO", "ann", "X", "1"));
  private Path home = Path.of("/");

  @BeforeEach
  void write() throws IOException {
    home = Files.createDirectories(directory.resolve("home"));
    write("inventory.yaml", INVENTORY);
    write("motd", "Welcome\n");
    write("home/profile", "PS1=>\n");
    write("password", "s3cret\n");
    access("rw-------");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(directory.resolve(name), text);
  }

  private void access(String mode) throws IOException {
    Files.setPosixFilePermissions(
        directory.resolve("password"), PosixFilePermissions.fromString(mode));
  }

  private InventoryResult load(Path directory, String argument) {
    Caller caller = new Caller(directory, home, environment);
    return new InventoryLoader(caller, ResourceTypes.standard()).find(Optional.of(argument));
  }

  private List<Reading> readings() {
    return readings(directory, "inventory.yaml");
  }

  private List<Reading> readings(Path directory, String argument) {
    InventoryResult result = load(directory, argument);
    assertThat(result).isInstanceOf(InventoryResult.Loaded.class);
    return ((InventoryResult.Loaded) result).inventory().readings();
  }

  /** What a later caller reads of the inputs that an earlier load named. */
  private Optional<List<Reading>> again(List<Reading> earlier) {
    Caller caller = new Caller(directory, home, environment);
    return caller
        .inputs(new InventoryFile(directory.resolve("inventory.yaml"), "inventory.yaml"))
        .again(earlier.stream().map(Reading::input).toList());
  }

  @Test
  void namesAllThatWasAskedFor() {
    assertThat(readings())
        .extracting(Reading::input)
        .containsExactlyInAnyOrder(
            new Input(Input.Kind.INVENTORY, ""),
            new Input(Input.Kind.HOME, ""),
            new Input(Input.Kind.VARIABLE, "WHO"),
            new Input(Input.Kind.FILE, directory + "/inventory.yaml"),
            new Input(Input.Kind.FILE, directory + "/inventory.local.yaml"),
            new Input(Input.Kind.FILE, directory + "/motd"),
            new Input(Input.Kind.FILE, home + "/profile"),
            new Input(Input.Kind.ACCESS, directory + "/password"));
  }

  @Test
  void nothingChangedIsTheSame() throws IOException {
    List<Reading> before = readings();
    environment.put("X", "2");
    write("inventory.yaml", INVENTORY);

    assertThat(readings()).isEqualTo(before);
    assertThat(again(before)).contains(before);
  }

  @Test
  void theInventory() throws IOException {
    differsAfter(() -> write("inventory.yaml", INVENTORY + "# more\n"));
  }

  @Test
  void theLocalFileThatAppears() throws IOException {
    differsAfter(() -> write("inventory.local.yaml", "vars: {who: ben}\n"));
  }

  @Test
  void theLocalFileThatVanishes() throws IOException {
    write("inventory.local.yaml", "vars: {who: ben}\n");
    differsAfter(() -> Files.delete(directory.resolve("inventory.local.yaml")));
  }

  @Test
  void aSource() throws IOException {
    differsAfter(() -> write("motd", "welcome\n"));
  }

  @Test
  void aVariable() throws IOException {
    differsAfter(() -> environment.put("WHO", "ben"));
  }

  @Test
  void aVariableThatIsEmptyOrNotSet() throws IOException {
    environment.put("WHO", "");
    differsAfter(() -> environment.remove("WHO"));
  }

  @Test
  void theHome() throws IOException {
    differsAfter(() -> {
      home = Files.createDirectories(directory.resolve("other"));
      write("other/profile", "PS1=>\n");
    });
  }

  @Test
  void aPasswordFileThatVanishes() throws IOException {
    differsAfter(() -> Files.delete(directory.resolve("password")));
  }

  @Test
  void aPasswordFileThatOthersMayRead() throws IOException {
    List<Reading> before = readings();

    access("rw-r--r--");

    assertThat(again(before)).isPresent().get().isNotEqualTo(before);
    assertThat(load(directory, "inventory.yaml")).isInstanceOf(InventoryResult.Invalid.class);
  }

  @Test
  void aSourceThatCannotBeReadAnyMore() throws IOException {
    List<Reading> before = readings();

    Files.delete(directory.resolve("motd"));
    Files.createDirectory(directory.resolve("motd"));

    assertThat(again(before)).isEmpty();
  }

  @Test
  void theDirectoryAndTheNameOfTheInventory() throws IOException {
    List<Reading> before = readings();
    Path other = Files.createDirectories(directory.resolve("deep/er"));

    assertThat(readings(other, "../../inventory.yaml"))
        .as("messages call the file otherwise")
        .isNotEqualTo(before);
    write("deep/er/inventory.yaml", INVENTORY);
    write("deep/er/motd", "Welcome\n");
    assertThat(readings(other, "inventory.yaml"))
        .as("another file of the same name and content")
        .isNotEqualTo(before);
  }

  @Test
  void whatWasReadOnceIsNotReadAgain() throws IOException {
    InventoryFile file = new InventoryFile(directory.resolve("inventory.yaml"), "inventory.yaml");
    Caller caller = new Caller(directory, home, environment);
    var inputs = caller.inputs(file);
    inputs.again(List.of(new Input(Input.Kind.FILE, file.path().toString())));
    write("inventory.yaml", "cluster: [");

    assertThat(new InventoryLoader(caller, ResourceTypes.standard()).load(file, inputs))
        .isInstanceOf(InventoryResult.Loaded.class);
  }

  @Test
  void aReadingTellsNothing() {
    assertThat(readings().toString()).doesNotContain("Welcome").doesNotContain("ann");
    assertThat(new String(readings().getFirst().state(), StandardCharsets.UTF_8))
        .contains("inventory.yaml");
  }

  /** Something that changes the world. */
  private interface Act {
    void act() throws IOException;
  }

  private void differsAfter(Act act) throws IOException {
    List<Reading> before = readings();
    act.act();
    assertThat(readings()).isNotEqualTo(before);
    assertThat(again(before)).isPresent().get().isNotEqualTo(before);
  }
}
