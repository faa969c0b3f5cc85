package dev.plumbline.lab.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lab.machine.LabProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamesReaderTest {
  @TempDir Path directory;

  @Test
  void takesTheNodesInOrderAndTheNicThatIsConfigured() throws Exception {
    LabInventory read =
        read(
            """
            cluster: beowulf
            nodes: {master: {address: 192.168.56.10}, worker1: {}}
            groups:
              all:
                state:
                  addresses: {enp0s3: {dhcp4: true}, eth7: {dhcp4: false}}
            """);
    assertThat(read.nodes()).containsExactly("master", "worker1");
    assertThat(read.secondNic()).isEqualTo("eth7");
    assertThat(read.id()).startsWith("beowulf-");
  }

  @Test
  void theSecondNicIsVirtualBoxsWhereTheInventoryNamesNone() throws Exception {
    assertThat(read("nodes: {a: {}}").secondNic()).isEqualTo("enp0s8");
  }

  @Test
  void oneFileInTwoDirectoriesIsTwoLabs() throws Exception {
    LabInventory here = read("nodes: {a: {}}");
    directory = Files.createDirectory(directory.resolve("there"));
    assertThat(read("nodes: {a: {}}").id()).isNotEqualTo(here.id());
  }

  @Test
  void saysWhatIsWrongInOneLine() {
    assertThatThrownBy(() -> read("cluster: x")).hasMessageContaining("no nodes");
    assertThatThrownBy(() -> read("nodes: {'a b': {}}")).hasMessageContaining("'a b'");
    assertThatThrownBy(() -> read("nodes: {a: [}")).hasMessageNotContaining("\n");
    assertThatThrownBy(() -> new NamesReader().read(directory.resolve("none.yaml")))
        .isInstanceOf(LabProblem.class)
        .hasMessageContaining("cannot read the inventory");
  }

  private LabInventory read(String text) throws Exception {
    return new NamesReader().read(Files.writeString(directory.resolve("inventory.yaml"), text));
  }
}
