package dev.plumbline.resources.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.resources.Checks;
import dev.plumbline.resources.Default;
import dev.plumbline.resources.Doc;
import dev.plumbline.resources.Filled;
import dev.plumbline.resources.Name;
import dev.plumbline.resources.Secret;
import dev.plumbline.resources.Shorthand;
import dev.plumbline.resources.value.Problem;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpecCodecTest {
  private static final SpecCodec<Machine> CODEC = SpecCodec.of(Machine.class);

  public enum Colour {
    RED,
    DEEP_BLUE
  }

  public record Port(int number) {
    public static Port parse(String text) {
      if (!text.matches("\\d{1,5}")) {
        throw new IllegalArgumentException("'" + text + "' is not a port");
      }
      return new Port(Integer.parseInt(text));
    }

    @Override
    public String toString() {
      return Integer.toString(number);
    }
  }

  public record Disk(@Shorthand String path, @Default("10") int size) {}

  public record Machine(
      @Name String name,
      @Doc("How many.") int count,
      long bytes,
      @Default("true") boolean enabled,
      @Default("red") Colour colour,
      Optional<Port> port,
      Optional<Secret> password,
      List<Disk> disks,
      Map<String, String> labels) {
    public Machine {
      new Checks()
          .that(count >= 0, "count-negative", "count", "count is negative")
          .that(!labels.containsKey("bad"), "label-bad", "labels.bad", "bad label")
          .done();
    }
  }

  private final Problems problems = new Problems();

  private Optional<Machine> decode(String json) {
    return CODEC.decode("m", JsonReader.read(json, "test"), problems);
  }

  private List<String> found() {
    return problems.sorted().stream().map(Problem::toString).toList();
  }

  @Test
  void fillsInDefaultsAndShorthands() {
    Machine machine =
        decode(
                "{\"count\": 2, \"bytes\": 5000000000, \"disks\": [\"/a\", {\"path\": \"/b\", \"size\": 3}]}")
            .orElseThrow();

    assertThat(machine)
        .isEqualTo(
            new Machine(
                "m",
                2,
                5_000_000_000L,
                true,
                Colour.RED,
                Optional.empty(),
                Optional.empty(),
                List.of(new Disk("/a", 10), new Disk("/b", 3)),
                Map.of()));
  }

  @Test
  void takesBareScalarForListOfOne() {
    assertThat(decode("{\"count\": 2, \"bytes\": 5, \"disks\": \"/a\"}").orElseThrow().disks())
        .containsExactly(new Disk("/a", 10));
  }

  @Test
  void encodesCanonicallyAndDecodesAgain() {
    Machine machine =
        new Machine(
            "m",
            1,
            2,
            false,
            Colour.DEEP_BLUE,
            Optional.of(new Port(22)),
            Optional.of(Secret.of("hunter2")),
            List.of(new Disk("/\"x\"", 1)),
            Map.of("z", "1", "a", "2"));

    Encoded encoded = CODEC.encode(machine);

    assertThat(encoded.json())
        .isEqualTo(
            "{\"bytes\":2,\"colour\":\"deep_blue\",\"count\":1,\"disks\":[{\"path\":\"/\\\"x\\\"\",\"size\":1}],"
                + "\"enabled\":false,\"labels\":{\"a\":\"2\",\"z\":\"1\"},\"password\":{\"sha256\":\""
                + Secret.of("hunter2").digest()
                + "\"},\"port\":\"22\"}");
    assertThat(encoded.secrets()).containsOnly(Map.entry(Secret.of("hunter2").digest(), "hunter2"));
    Machine again =
        CODEC
            .decode(
                "m",
                JsonReader.read(encoded.json(), "wire"),
                SecretSource.of(encoded.secrets()),
                problems)
            .orElseThrow();
    assertThat(again).isEqualTo(machine);
    assertThat(again.password().orElseThrow().value()).contains("hunter2");
    assertThat(encoded.toString()).doesNotContain("hunter2");
    assertThat(machine.toString()).doesNotContain("hunter2");
  }

  @Test
  void tellsOfAllProblemsAtOnceWithTheirPlaces() {
    assertThat(
            decode(
                """
                {
                  "coutn": 1,
                  "count": "three",
                  "enabled": "yes",
                  "colour": "deep_bleu",
                  "port": "ssh",
                  "disks": {"a": 1},
                  "labels": {"x": [1]}
                }\
                """))
        .isEmpty();

    assertThat(found())
        .containsExactly(
            "test:1:1: missing key 'bytes' (a whole number)",
            "test:2:3: unknown key 'coutn' (did you mean 'count'?)",
            "test:3:12: expected a whole number, found 'three'",
            "test:4:14: expected true or false, found 'yes'",
            "test:5:13: 'deep_bleu' is not one of red, deep_blue (did you mean 'deep_blue'?)",
            "test:6:11: 'ssh' is not a port",
            "test:7:12: expected a list, found a map",
            "test:8:19: expected a text, found a list");
  }

  @Test
  void putsViolationsOfTheRecordAtTheirComponents() {
    assertThat(decode("{\"bytes\": 1, \"count\": -1,\n \"labels\": {\"bad\": \"x\"}}")).isEmpty();

    assertThat(found()).containsExactly("test:1:23: count is negative", "test:2:20: bad label");
  }

  @Test
  void aMissingKeyIsAProblemAndNothingStandsForAnEmptyMap() {
    assertThat(
            CODEC.decode(
                "m",
                new Value.Scalar("", true, dev.plumbline.resources.value.Origin.of("here")),
                problems))
        .isEmpty();

    assertThat(found())
        .containsExactly(
            "here: missing key 'count' (a whole number)",
            "here: missing key 'bytes' (a whole number)");
  }

  @Test
  void numbersOutOfRangeAreNotCutShort() {
    assertThat(decode("{\"bytes\": 1, \"count\": 5000000000}")).isEmpty();

    assertThat(found()).containsExactly("test:1:23: expected a whole number, found '5000000000'");
  }

  public record Guest(
      @Shorthand String host, @Filled Optional<String> key, Map<String, Json> rest) {}

  @Test
  void whatIsFilledInTravelsAndIsNoKeyOfTheInventory() {
    SpecCodec<Guest> codec = SpecCodec.of(Guest.class);
    Guest filled = new Guest("a", Optional.of("k"), Map.of("n", new Json.Numeral("1")));
    Value written = JsonReader.read(codec.encode(filled).json(), "wire");

    assertThat(codec.decode("", written, SecretSource.NONE, problems)).contains(filled);
    assertThat(problems.isEmpty()).isTrue();
    assertThat(codec.shape().keys()).extracting(Shape.Field::key).containsExactly("host", "rest");
    assertThat(codec.decode("", written, problems)).isEmpty();
    assertThat(found()).containsExactly("wire:1:13: unknown key 'key'");
  }
}
