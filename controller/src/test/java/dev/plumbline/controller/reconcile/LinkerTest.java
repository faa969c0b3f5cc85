package dev.plumbline.controller.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.controller.kinds.Kinds;
import dev.plumbline.controller.kinds.RelaySpec;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exports;
import dev.plumbline.resources.Registry;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.catalog.CatalogCodec;
import dev.plumbline.resources.catalog.EncodedCatalog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkerTest {
  private static final ExportKey KEY = RelaySpec.key("master/r");

  private final Linker linker = new Linker(Kinds.REGISTRY);
  private final EncodedCatalog catalog =
      Kinds.catalog("worker1", List.of(RelaySpec.of("a", Set.of("master/r"))));

  private static Exports knowing(String value) {
    return key ->
        key.equals(KEY) ? Optional.of(Export.secret(RelaySpec.VALUE, value)) : Optional.empty();
  }

  @Test
  void leavesInWhatLacksAnExport() {
    LinkedCatalog linked = linker.link(linker.prepare(catalog), Exports.NONE);

    assertThat(linked.catalog()).isEqualTo(catalog);
    assertThat(linked.missing()).isEqualTo(Map.of(Kinds.RELAY.id("a"), Set.of(KEY)));
    assertThat(linked.linked()).isEmpty();
  }

  @Test
  void fillsInWhatIsKnownAndSetsSecretsApart() {
    LinkedCatalog linked = linker.link(linker.prepare(catalog), knowing("s3cret"));

    assertThat(linked.missing()).isEmpty();
    assertThat(linked.linked()).containsOnlyKeys(KEY);
    assertThat(linked.catalog().hash()).isNotEqualTo(catalog.hash());
    assertThat(linked.catalog().secrets()).containsValue("s3cret");
    assertThat(linked.catalog().entries()).noneMatch(entry -> entry.json().contains("s3cret"));
    RelaySpec spec =
        (RelaySpec)
            CatalogCodec.decode(linked.catalog(), Kinds.REGISTRY).entries().getLast().spec();
    assertThat(spec.got()).isEqualTo(Map.of("master/r", Secret.of("s3cret")));
  }

  @Test
  void givesEqualHashesForEqualExportsOnly() {
    Wanted wanted = linker.prepare(catalog);

    assertThat(linker.link(wanted, knowing("x")).catalog().hash())
        .isEqualTo(linker.link(wanted, knowing("x")).catalog().hash())
        .isNotEqualTo(linker.link(wanted, knowing("y")).catalog().hash());
  }

  @Test
  void refusesAKindThatThisBuildDoesNotKnow() {
    Linker poorer = new Linker(Registry.of(List.of()));

    assertThatThrownBy(() -> poorer.prepare(catalog))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("does not know hostname");
  }
}
