package dev.plumbline.resources.codec;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes one record type, strictly: every key known, every value of its shape, all
 * problems at once. {@code decode(name, encode(x)) = x} for every x.
 *
 * @param <S> the record
 */
public final class SpecCodec<S extends Record> {
  private final Class<S> type;
  private Shape.@Nullable Fields shape;

  private SpecCodec(Class<S> type) {
    this.type = type;
  }

  public static <S extends Record> SpecCodec<S> of(Class<S> type) {
    return new SpecCodec<>(type);
  }

  public Class<S> type() {
    return type;
  }

  /** The description from which schema and docs are made. */
  public Shape.Fields shape() {
    // Made when it is needed: a command sees a few of all kinds. Two threads may both make it.
    Shape.Fields known = shape;
    if (known == null) {
      known = Shapes.ofRecord(type);
      shape = known;
    }
    return known;
  }

  /**
   * Reads a spec that came over the wire.
   *
   * @param name the resource's name; ignored by records without a {@link
   *     dev.plumbline.resources.Name} component
   * @param secrets finds the value of a secret by its digest
   * @param problems receives everything that is wrong
   * @return empty if anything was wrong
   */
  public Optional<S> decode(String name, Value value, SecretSource secrets, Problems problems) {
    return new Decoder(secrets, true, problems).record(shape(), name, value).map(type::cast);
  }

  /** Reads a spec as the inventory has it: with its secrets, without what is filled in later. */
  public Optional<S> decode(String name, Value value, Problems problems) {
    return new Decoder(SecretSource.NONE, false, problems)
        .record(shape(), name, value)
        .map(type::cast);
  }

  /** Writes a spec. Components that are empty are left out. */
  public Encoded encode(S spec) {
    Map<String, String> secrets = new TreeMap<>();
    return new Encoded(new Encoder(secrets).encode(shape(), spec), secrets);
  }

  /**
   * Turns violations of a spec that was read from {@code value} into problems at the place of each
   * component.
   */
  public static void locate(List<Checks.Violation> violations, Value value, Problems problems) {
    for (Checks.Violation violation : violations) {
      problems.add(
          violation.id(), Locate.component(value, violation.component()), violation.message());
    }
  }
}
