package dev.plumbline.resources.contract;

import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.codec.Shape;
import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import dev.plumbline.resources.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes specs that nobody wrote: the values of the valid fixtures, key by key in new combinations,
 * with numbers, words and texts varied. Combinations that a rule forbids are thrown away.
 */
final class SpecGenerator {
  private static final Origin ORIGIN = Origin.of("generated");
  private static final List<String> TEXTS =
      List.of("a", "näme", "x.y-z", "two words", "\"\\\u0001", "~");

  private final ResourceType<?> type;
  private final List<Fixture.Entry> fixtures;
  private final Random random;

  /** A spec, and the name under which it stands. */
  record Generated(String name, Spec spec) {}

  private SpecGenerator(ResourceType<?> type, long seed) {
    this.type = type;
    this.fixtures = Fixtures.valid(type).toList();
    this.random = new Random(seed);
  }

  static List<Generated> generate(ResourceType<?> type, int wanted, long seed) {
    SpecGenerator generator = new SpecGenerator(type, seed);
    List<Generated> generated = new ArrayList<>();
    for (int attempt = 0; generated.size() < wanted && attempt < wanted * 200; attempt++) {
      String name = generator.any(generator.fixtures).name();
      Value tree = generator.tree();
      type.codec()
          .decode(name, tree, new Problems())
          .ifPresent(spec -> generated.add(new Generated(name, (Spec) spec)));
    }
    return generated;
  }

  private Value tree() {
    Map<String, Value.Entry> entries = new LinkedHashMap<>();
    for (Shape.Field field : type.codec().shape().keys()) {
      if (field.required() || random.nextInt(3) == 0) {
        entries.put(field.key(), new Value.Entry(ORIGIN, value(field)));
      }
    }
    return new Value.Mapping(entries, ORIGIN);
  }

  private Value value(Shape.Field field) {
    List<Value> written = new ArrayList<>();
    for (Fixture.Entry fixture : fixtures) {
      if (fixture.written() instanceof Value.Mapping map) {
        map.get(field.key()).ifPresent(written::add);
      } else if (field.shorthand()) {
        written.add(fixture.written());
      }
    }
    return written.isEmpty() || random.nextInt(4) == 0 ? invented(field.shape()) : any(written);
  }

  private Value invented(Shape shape) {
    return switch (shape) {
      case Shape.Text _, Shape.Parsed _, Shape.Hidden _, Shape.Tree _ -> scalar(any(TEXTS), false);
      case Shape.Whole _ -> scalar(Integer.toString(random.nextInt(70_000)), true);
      case Shape.Flag _ -> scalar(Boolean.toString(random.nextBoolean()), true);
      case Shape.Choice choice -> scalar(any(List.copyOf(choice.words().keySet())), true);
      case Shape.ListOf list -> new Value.Sequence(List.of(invented(list.item())), ORIGIN);
      case Shape.MapOf map ->
          new Value.Mapping(
              Map.of(any(TEXTS), new Value.Entry(ORIGIN, invented(map.value()))), ORIGIN);
      case Shape.Fields _ -> new Value.Mapping(Map.of(), ORIGIN);
    };
  }

  private static Value scalar(String text, boolean plain) {
    return new Value.Scalar(text, plain, ORIGIN);
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
