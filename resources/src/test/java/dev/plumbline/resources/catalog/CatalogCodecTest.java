package dev.plumbline.resources.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.resources.ResourceId;
import dev.plumbline.resources.hostname.HostnameSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogCodecTest {
  private static final Catalog CATALOG =
      new Catalog(
          "worker1",
          List.of(
              new Catalog.Entry(
                  ResourceId.only("hostname"),
                  new HostnameSpec("worker1"),
                  Set.of(ResourceId.parse("package[x]")))));

  @Test
  void decodesWhatItEncoded() {
    assertThat(CatalogCodec.decode(CatalogCodec.encode(CATALOG))).isEqualTo(CATALOG);
  }

  @Test
  void equalCatalogsHaveEqualHashesAndOthersDoNot() {
    Catalog other =
        new Catalog(
            "worker1",
            List.of(
                new Catalog.Entry(ResourceId.only("hostname"), new HostnameSpec("w"), Set.of())));

    assertThat(CatalogCodec.encode(CATALOG).hash()).isEqualTo(CatalogCodec.encode(CATALOG).hash());
    assertThat(CatalogCodec.encode(other).hash()).isNotEqualTo(CatalogCodec.encode(CATALOG).hash());
  }

  @Test
  void refusesAKindOrVersionOfAnotherBuild() {
    EncodedCatalog later =
        new EncodedCatalog(
            "n",
            List.of(new EncodedCatalog.Entry("hostname", "", 99, "{}", List.of())),
            "",
            Map.of());

    assertThatThrownBy(() -> CatalogCodec.decode(later))
        .hasMessageContaining("does not know hostname version 99");
  }

  @Test
  void refusesASpecThatBreaksItsRules() {
    EncodedCatalog broken =
        new EncodedCatalog(
            "n",
            List.of(new EncodedCatalog.Entry("hostname", "", 1, "{\"name\":\"-\"}", List.of())),
            "",
            Map.of());

    assertThatThrownBy(() -> CatalogCodec.decode(broken))
        .hasMessageContaining("hostname:1:9: '-' is not a host name");
  }
}
