package dev.plumbline.lab.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NodeFactsTest {
  @Test
  void theUsualLimitBearsSeventeenNodes() {
    assertThat(Capacity.most(128)).isEqualTo(17);
  }

  @Test
  void aNodeAsksTheServersThatItCanReach() {
    assertThat(NameServers.reachable("search x\nnameserver 127.0.0.53\n")).isEmpty();
    assertThat(
            NameServers.reachable("nameserver 192.0.2.1\nnameserver fd00::1\nnameserver 192.0.2.2"))
        .isEqualTo("192.0.2.1 192.0.2.2");
  }

  @Test
  void aMacIsTheNodesOwnAndStays() {
    NodePlace place = new NodePlace("lab-1", "a", "10.213.0.10", "10.213.0.1", "enp0s3", "enp0s8");
    assertThat(place.mac("enp0s8"))
        .startsWith("08:00:27:")
        .hasSize(17)
        .isEqualTo(place.mac("enp0s8"))
        .isNotEqualTo(place.mac("enp0s3"));
  }

  @Test
  void aDifferenceOfSnapshotsSaysWhatWentAndWhatCame() {
    Snapshot before = new Snapshot(new TreeSet<>(List.of("a 1", "b 1")));
    Snapshot after = new Snapshot(new TreeSet<>(List.of("a 1", "b 2")));
    assertThat(before.changesTo(after)).containsExactly("- b 1", "+ b 2");
    assertThat(before.without(line -> line.startsWith("b")).changesTo(before))
        .containsExactly("+ b 1");
  }
}
