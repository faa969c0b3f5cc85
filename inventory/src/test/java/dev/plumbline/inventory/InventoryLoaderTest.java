package dev.plumbline.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.inventory.connect.Become;
import dev.plumbline.inventory.connect.Host;
import dev.plumbline.resources.ResourceTypes;
import dev.plumbline.resources.catalog.Catalog;
import dev.plumbline.resources.hostname.HostnameSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InventoryLoaderTest {
  private static final String THREE =
      """
      cluster: beowulf
      vars: {login: ubuntu}
      nodes:
        master:  {address: 192.168.56.10, slots: 2}
        worker1: {address: 192.168.56.11, slots: 4, connect: {port: 2222}}
        worker2: {address: 192.168.56.12}
      groups:
        all:
          connect: {user: "${login}", identity: ~/.ssh/id_ed25519}
          state:
            hostname: ${node.name}
        workers: {nodes: [worker1, worker2]}
      """;

  @TempDir Path directory;

  @Test
  void givesNodesWithConnectAndCatalog() throws IOException {
    Inventory inventory = loaded(write("inventory.yaml", THREE));

    assertThat(inventory.cluster()).isEqualTo("beowulf");
    assertThat(inventory.nodes())
        .extracting(Node::name, node -> node.address().toString(), Node::slots, Node::groups)
        .containsExactly(
            tuple("master", "192.168.56.10", 2, List.of()),
            tuple("worker1", "192.168.56.11", 4, List.of("workers")),
            tuple("worker2", "192.168.56.12", 1, List.of("workers")));
    Node worker1 = inventory.node("worker1").orElseThrow();
    assertThat(worker1.connect().user()).contains("ubuntu");
    assertThat(worker1.connect().port()).contains(2222);
    assertThat(worker1.connect().become()).isEqualTo(Become.AUTO);
    assertThat(worker1.connect().identity()).contains(directory + "/home/.ssh/id_ed25519");
    assertThat(worker1.sshHost()).isEqualTo("192.168.56.11");
    assertThat(inventory.catalog("worker1").entries())
        .extracting(Catalog.Entry::spec)
        .containsExactly(new HostnameSpec("worker1"));
  }

  @Test
  void mergesTheLocalFileOverIt() throws IOException {
    Path file = write("inventory.yaml", THREE);
    write(
        "inventory.local.yaml",
        """
        nodes:
          worker1: {connect: {address: 172.17.0.3, port: 22}}
        groups:
          all: {connect: {user: lab, identity: null}}
        """);

    Node worker1 = loaded(file).node("worker1").orElseThrow();

    assertThat(worker1.connect().address()).contains(new Host("172.17.0.3"));
    assertThat(worker1.connect().port()).contains(22);
    assertThat(worker1.connect().user()).contains("lab");
    assertThat(worker1.connect().identity()).isEmpty();
    assertThat(worker1.sshHost()).isEqualTo("172.17.0.3");
  }

  @Test
  void theLocalFileMayRuleOutWhatTheInventoryDoesNotSay() throws IOException {
    Path file = write("inventory.yaml", THREE);
    write("inventory.local.yaml", "nodes: {worker1: {connect: {password: null}}}\n");

    assertThat(loaded(file).node("worker1").orElseThrow().connect().password()).isEmpty();
  }

  private Inventory loaded(Path file) {
    InventoryResult result = loader().find(Optional.of(file.toString()));
    assertThat(result).isInstanceOf(InventoryResult.Loaded.class);
    return ((InventoryResult.Loaded) result).inventory();
  }

  private InventoryLoader loader() {
    Caller caller = new Caller(directory, directory.resolve("home"), Map.of());
    return new InventoryLoader(caller, ResourceTypes.standard());
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
