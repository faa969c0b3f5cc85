package dev.plumbline.lab.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalInventoryTest {
  @TempDir Path directory;

  @Test
  void writesWhereTheNodesAnswerAndRemovesItsOwnFile() {
    LocalInventory local = new LocalInventory(directory.resolve("inventory.yaml"));
    local.write(Map.of("a", "10.1.2.3"), "ubuntu", Path.of("/s/password"), Path.of("/s/known"));
    local.write(Map.of("a", "10.1.2.4"), "ubuntu", Path.of("/s/password"), Path.of("/s/known"));
    assertThat(local.file())
        .hasContent(
            """
            # Written by plumb lab up; plumb lab down removes it.
            nodes:
              a:
                connect:
                  address: 10.1.2.4
                  port: 22
                  user: ubuntu
                  identity: null
                  password: "file:/s/password"
                  become_password: "file:/s/password"
                  known_hosts: "/s/known"
            """);
    local.remove();
    assertThat(local.file()).doesNotExist();
  }

  @Test
  void neverTouchesAFileOfSomebodyElse() throws Exception {
    LocalInventory local = new LocalInventory(directory.resolve("inventory.yaml"));
    Files.writeString(local.file(), "mine\n");
    assertThatThrownBy(() -> local.write(Map.of(), "u", Path.of("/p"), Path.of("/k")))
        .hasMessageContaining("was not written by plumb lab");
    local.remove();
    assertThat(local.file()).hasContent("mine");
  }
}
