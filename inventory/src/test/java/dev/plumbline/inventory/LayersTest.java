package dev.plumbline.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.inventory.merge.Meaning;
import dev.plumbline.resources.value.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayersTest {
  private static final String NODES =
      """
      cluster: test
      nodes:
        n1: {address: 10.0.0.1}
        n2: {address: 10.0.0.2, state: {files: {/etc/a: {mode: "0600"}}}}
      """;

  @TempDir Path directory;
  private TestInventory inventory;

  @BeforeEach
  void prepare() {
    inventory = new TestInventory(directory);
  }

  @Test
  void mergesMapsDeepAndReplacesTheRest() throws IOException {
    inventory.write(
        NODES
            + """
            groups:
              all:
                state:
                  files: {/etc/a: {content: one, mode: "0644"}}
                  hosts: {nodes: all}
              g:
                nodes: [n1]
                state:
                  files: {/etc/a: {content: two}}
                  hosts: {nodes: [n1]}
            """);

    assertState("n1", "{files: {/etc/a: {content: two, mode: '0644'}}, hosts: {nodes: [n1]}}");
    assertState("n2", "{files: {/etc/a: {content: one, mode: '0600'}}, hosts: {nodes: all}}");
  }

  @Test
  void takesAListOfNamesForAMapAndABareValueForItsKey() throws IOException {
    inventory.write(
        NODES
            + """
            groups:
              all:
                state:
                  packages: [vim, {name: nano, state: absent}]
                  files: {/etc/b: text}
              g:
                nodes: [n1]
                state:
                  packages: {nano: null, vim: {hold: true}}
                  files: [{name: /etc/b, mode: "0600"}]
            """);

    assertState(
        "n1", "{packages: {vim: {hold: 'true'}}, files: {/etc/b: {content: text, mode: '0600'}}}");
    assertState(
        "n2",
        "{packages: {vim: {}, nano: {state: absent}}, files: {/etc/b: {content: text},"
            + " /etc/a: {mode: '0600'}}}");
  }

  @Test
  void putsAGroupBeforeTheGroupsThatItHolds() throws IOException {
    inventory.write(
        NODES
            + """
            groups:
              inner: {nodes: [n1], state: {hostname: inner}}
              outer: {groups: [inner], nodes: [n2], state: {hostname: outer}}
            """);

    assertState("n1", "{hostname: {name: inner}}");
    assertState("n2", "{hostname: {name: outer}, files: {/etc/a: {mode: '0600'}}}");
    assertThat(inventory.load().groups())
        .containsExactly(
            new Group("outer", List.of("n1", "n2")), new Group("inner", List.of("n1")));
  }

  @Test
  void lastWordsOfTheLocalFileComeBehindTheSameLayer() throws IOException {
    inventory.write(
        NODES
            + """
            vars: {name: theirs}
            groups:
              all: {state: {hostname: "${name}"}}
              g: {nodes: [n1], state: {files: {/etc/a: {content: group}}}}
            """);
    inventory.write(
        "inventory.local.yaml",
        """
        vars: {name: ours}
        groups: {all: {state: {files: {/etc/a: {content: all, mode: "0640"}}}}}
        nodes: {n2: {state: {files: {/etc/a: {mode: null}}}}}
        """);

    assertState("n1", "{hostname: {name: ours}, files: {/etc/a: {content: group, mode: '0640'}}}");
    assertState("n2", "{hostname: {name: ours}, files: {/etc/a: {content: all}}}");
  }

  @Test
  void aNodeSettlesWhatTwoGroupsContradict() throws IOException {
    inventory.write(
        """
        cluster: test
        nodes:
          n1: {address: 10.0.0.1, state: {hostname: settled}}
        groups:
          a: {nodes: [n1], state: {hostname: one}}
          b: {nodes: [n1], state: {hostname: two}}
        """);

    assertState("n1", "{hostname: {name: settled}}");
  }

  @Test
  void twoGroupsMaySayTheSame() throws IOException {
    inventory.write(
        NODES
            + """
            groups:
              a: {nodes: [n1], state: {hostname: "${node.name}", files: {/etc/a: x}}}
              b: {nodes: [n1], state: {hostname: n1, files: {/etc/b: y}}}
            """);

    assertState(
        "n1", "{hostname: {name: n1}, files: {/etc/a: {content: x}, /etc/b: {content: y}}}");
  }

  private void assertState(String node, String yaml) {
    Value state = inventory.load().state(node);
    assertThat(Meaning.same(state, Trees.yaml(yaml))).as("%s is %s", state, yaml).isTrue();
  }
}
