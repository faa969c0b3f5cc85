package dev.plumbline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InventoryHashTest {
  private static final String ONE =
      """
      cluster: test
      nodes:
        n1: {address: 10.0.0.1, slots: 2}
        n2: {address: 10.0.0.2, slots: 2}
      groups:
        all:
          connect: {user: ubuntu}
          state:
            hostname: ${node.name}
            files: {/etc/a: {content: a, mode: "0644"}, /etc/b: b}
        w: {nodes: [n2]}
      """;

  @TempDir Path directory;
  private TestInventory inventory;

  @BeforeEach
  void prepare() {
    inventory = new TestInventory(directory);
  }

  @Test
  void isTheSameForTheSameMeaning() throws IOException {
    String other =
        """
        # another way to say it
        groups:
          w: {nodes: n2, state: {}}
          all:
            connect: {user: somebody-else, port: 2222}
            state:
              files:
                - {name: /etc/b, content: "b"}
                - {name: /etc/a, mode: 0644, content: 'a'}
        nodes:
          n1: {slots: "2", address: "10.0.0.1", state: {hostname: {name: n1}}}
          n2: {slots: "${two}", address: 10.0.0.2, state: {hostname: n2}}
        vars: {two: 2}
        cluster: "test"
        controller: {port: 7000}
        """;

    assertThat(hash(other)).isEqualTo(hash(ONE)).hasSize(64);
  }

  @ParameterizedTest
  @CsvSource({
    "cluster: test, cluster: other",
    "10.0.0.1, 10.0.0.3",
    "slots: 2}, slots: 3}",
    "content: a, content: b",
    "0644, 0600",
    "nodes: [n2], nodes: [n1]",
    "n1:, n3:",
    "/etc/b: b, /etc/c: b",
  })
  void isAnotherForAnotherMeaning(String from, String to) throws IOException {
    String changed = ONE.replace(from, to);

    assertThat(changed).isNotEqualTo(ONE);
    assertThat(hash(changed)).isNotEqualTo(hash(ONE));
  }

  private String hash(String text) throws IOException {
    inventory.write(text);
    return inventory.load().hash();
  }
}
