package dev.plumbline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
  @TempDir Path directory;
  private TestInventory inventory;

  @BeforeEach
  void prepare() {
    inventory = new TestInventory(directory);
  }

  @Test
  void tellsTheLineOfEveryValueAndWhatItOverrides() throws IOException {
    inventory.write(
        """
        cluster: test
        nodes:
          n1: {address: 10.0.0.1, state: {hostname: special}}
        groups:
          all:
            connect: {user: ubuntu}
            state:
              hostname: ${node.name}
              packages: [vim]
          g:
            nodes: [n1]
            state: {hostname: from-g}
        """);
    inventory.write("inventory.local.yaml", "nodes: {n1: {connect: {user: lab}}}\n");

    assertThat(inventory.load().explain("n1"))
        .extracting(ExplainTest::line)
        .containsExactly(
            "connect.user = lab: inventory.local.yaml:1:30 (node n1) over"
                + " [inventory.yaml:6:21 (group all)]",
            "state.hostname.name = special: inventory.yaml:3:45 (node n1) over"
                + " [inventory.yaml:8:17 (group all), inventory.yaml:12:23 (group g)]",
            "state.packages.vim = {}: inventory.yaml:9:18 (group all) over []");
  }

  @Test
  void showsNoSecret() throws IOException {
    inventory.write(
        """
        cluster: test
        nodes:
          n1: {address: 10.0.0.1}
        groups:
          all:
            state:
              users: {ann: {password_hash: "$6$salt$abcdef", shell: /bin/bash}}
              files:
                /etc/a: {content: very-secret-words, sensitive: true, mode: "0600"}
                /etc/b: {secret: other-secret-words, after: ["file[/etc/a]"]}
                /etc/c: {content: open-words}
        """);

    List<Explained> explained = inventory.load().explain("n1");

    assertThat(explained.toString())
        .doesNotContain("abcdef")
        .doesNotContain("secret-words")
        .contains("open-words");
    assertThat(explained)
        .extracting(ExplainTest::line)
        .anyMatch(line -> line.startsWith("state.files./etc/a.content = (secret)"))
        .anyMatch(line -> line.startsWith("state.files./etc/a.mode = 0600"))
        .anyMatch(line -> line.startsWith("state.files./etc/b.after = [file[/etc/a]]"))
        .anyMatch(line -> line.startsWith("state.users.ann.password_hash = (secret)"))
        .anyMatch(line -> line.startsWith("state.users.ann.shell = /bin/bash"));
  }

  private static String line(Explained explained) {
    return String.join(".", explained.path())
        + " = "
        + explained.value()
        + ": "
        + source(explained.from())
        + " over "
        + explained.overridden().stream().map(ExplainTest::source).toList();
  }

  private static String source(Explained.Source source) {
    return source.origin() + " (" + source.layer() + ")";
  }
}
