package dev.plumbline.resources.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.ResourceTypes;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.codec.Encoded;
import dev.plumbline.resources.codec.JsonReader;
import dev.plumbline.resources.codec.SecretSource;
import dev.plumbline.resources.value.Problems;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodecContractTest {
  static Stream<Fixture.Entry> fixtures() {
    return Fixtures.allValid();
  }

  static List<ResourceType<?>> types() {
    return ResourceTypes.all();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void decodesWhatItEncoded(Fixture.Entry entry) {
    assertThat(decoded(entry.type(), entry.name(), entry.spec(), true)).contains(entry.spec());
  }

  /** An agent that kept its catalog knows the digests of secrets only. */
  @ParameterizedTest
  @MethodSource("fixtures")
  void decodesWithoutTheSecrets(Fixture.Entry entry) {
    Spec known = decoded(entry.type(), entry.name(), entry.spec(), false).orElseThrow();

    assertThat(known).isEqualTo(entry.spec());
    assertThat(Fixture.Entry.encode(entry.type(), known).json()).isEqualTo(entry.encoded().json());
  }

  @ParameterizedTest
  @MethodSource("types")
  void decodesGeneratedSpecsThatItEncoded(ResourceType<?> type) {
    List<SpecGenerator.Generated> generated = SpecGenerator.generate(type, 20, 7777);

    assertThat(generated).hasSize(20);
    assertThat(generated)
        .allSatisfy(each ->
            assertThat(decoded(type, each.name(), each.spec(), true)).contains(each.spec()));
  }

  private static Optional<Spec> decoded(
      ResourceType<?> type, String name, Spec spec, boolean withSecrets) {
    Encoded encoded = Fixture.Entry.encode(type, spec);
    Problems problems = new Problems();
    Optional<Spec> again =
        type.codec()
            .decode(
                name,
                JsonReader.read(encoded.json(), "wire"),
                withSecrets ? SecretSource.of(encoded.secrets()) : SecretSource.NONE,
                problems)
            .map(Spec.class::cast);
    assertThat(problems.sorted()).isEmpty();
    return again;
  }
}
