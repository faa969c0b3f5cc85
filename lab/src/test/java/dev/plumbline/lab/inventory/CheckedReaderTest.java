package dev.plumbline.lab.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lab.machine.LabProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedReaderTest {
  private static final String TWO =
      """
      cluster: beowulf
      nodes:
        master: {address: 192.168.56.10}
        worker1: {address: 192.168.56.11}
      """;

  @TempDir Path directory;

  @Test
  void takesTheNodesInTheOrderOfTheFile() throws Exception {
    LabInventory read = read(TWO);
    assertThat(read.nodes()).containsExactly("master", "worker1");
    assertThat(read.secondNic()).isEqualTo("enp0s8");
    assertThat(read.id()).startsWith("beowulf-");
    assertThat(read.text()).isEqualTo(TWO);
  }

  @Test
  void oneFileInTwoDirectoriesIsTwoLabs() throws Exception {
    LabInventory here = read(TWO);
    directory = Files.createDirectory(directory.resolve("there"));
    assertThat(read(TWO).id()).isNotEqualTo(here.id());
  }

  @Test
  void saysAllThatIsWrongALineEach() {
    assertThatThrownBy(() -> read(TWO + "vars: []\nnonsense: 1\n"))
        .isInstanceOf(LabProblem.class)
        .hasMessageContaining("inventory.yaml:5:7: ")
        .hasMessageContaining("\n")
        .hasMessageContaining("inventory.yaml:6:1: ");
  }

  @Test
  void aLocalInventoryThatALabLeftIsNoObstacle() throws Exception {
    LocalInventory local = new LocalInventory(directory.resolve("inventory.yaml"));
    local.write(Map.of("gone", "10.1.2.3"), "ubuntu", Path.of("/p"), Path.of("/k"));
    assertThat(read(TWO).nodes()).hasSize(2);
  }

  private LabInventory read(String text) throws Exception {
    return new CheckedReader().read(Files.writeString(directory.resolve("inventory.yaml"), text));
  }
}
