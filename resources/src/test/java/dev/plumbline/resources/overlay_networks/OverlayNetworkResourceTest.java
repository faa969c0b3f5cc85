package dev.plumbline.resources.overlay_networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.contract.Convergence;
import dev.plumbline.resources.contract.Specs;
import dev.plumbline.resources.host.engine.EngineNetwork;
import dev.plumbline.resources.host.engine.InMemoryEngine;
import dev.plumbline.resources.host.units.InMemoryUnits;
import dev.plumbline.resources.host.units.UnitStatus.Active;
import dev.plumbline.resources.host.units.UnitStatus.Enablement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverlayNetworkResourceTest {
  private final InMemoryEngine engine = new InMemoryEngine();
  private final InMemoryUnits units =
      new InMemoryUnits().unit("docker.service", Active.ACTIVE, Enablement.ENABLED);
  private final OverlayNetworkResource networks = new OverlayNetworkResource(engine, units);
  private final Convergence<OverlayNetworkSpec, OverlayNetworkObservation> convergence =
      new Convergence<>(networks);

  private static OverlayNetworkSpec spec(String yaml) {
    return Specs.of(OverlayNetworkResource.TYPE, "sparknet", yaml);
  }

  private static EngineNetwork network(String driver) {
    return new EngineNetwork(
        "n1",
        "sparknet",
        driver,
        driver.equals("overlay"),
        true,
        false,
        Optional.of("10.0.1.0/24"),
        Optional.of("10.0.1.1"),
        Map.of("com.docker.network.driver.overlay.vxlanid_list", "4097", "encrypted", ""));
  }

  @Test
  void makesANetworkAndLeavesAloneWhatIsNotSaid() throws Failure {
    assertThat(convergence.apply(spec("attachable: true"))).isEmpty();
    assertThat(engine.changes()).containsExactly("create sparknet");
    assertThat(convergence.apply(spec("{}"))).isEmpty();
    assertThat(engine.changes()).hasSize(1);
  }

  @Test
  void makesAnewWhatDiffersAndKeepsTheRest() throws Failure {
    engine.network(network("overlay"));

    assertThat(convergence.plan(spec("{subnet: 10.77.0.0/24, internal: true}")))
        .containsExactly(
            Change.of("internal", false, true), Change.of("subnet", "10.0.1.0/24", "10.77.0.0/24"));
    assertThat(convergence.apply(spec("{subnet: 10.77.0.0/24, internal: true}"))).isEmpty();
    assertThat(engine.changes()).containsExactly("remove n1", "create sparknet");
    EngineNetwork made = engine.network("sparknet").orElseThrow();
    assertThat(made.attachable()).isTrue();
    assertThat(made.options()).isEqualTo(Map.of("encrypted", ""));
  }

  @Test
  void changesNothingThatIsInUse() {
    engine.network(network("overlay")).usedBy("the container 0123 on worker1");

    assertThatThrownBy(() -> convergence.apply(spec("encrypted: false")))
        .hasMessage(
            "the network sparknet cannot be changed while it is in use by the container 0123 on worker1");
    assertThat(engine.changes()).isEmpty();
  }

  @Test
  void neverTouchesANetworkOfAnotherDriver() throws Failure {
    engine.network(network("bridge"));

    for (String yaml : new String[] {"{}", "state: absent"}) {
      OverlayNetworkObservation observed = networks.observe(spec(yaml));
      assertThat(
              networks.refuse(spec(yaml), observed, networks.diff(spec(yaml), observed), Set.of()))
          .hasValueSatisfying(
              failure -> assertThat(failure).hasMessageContaining("of the driver bridge"));
    }
  }

  @Test
  void isNotKnownWhileTheEngineDoesNotRun() throws Failure {
    units.unit("docker.service", Active.INACTIVE, Enablement.ENABLED);

    assertThat(convergence.plan(spec("{}")))
        .containsExactly(new Change.KnownAfterApply("state", null, "the Docker engine runs"));
    assertThat(networks.mayBeSettled(networks.observe(spec("{}")))).isTrue();
  }

  @Test
  void removesWhatMustBeAbsent() throws Failure {
    engine.network(network("overlay"));

    assertThat(convergence.apply(spec("state: absent"))).isEmpty();
    assertThat(engine.changes()).containsExactly("remove n1");
  }
}
