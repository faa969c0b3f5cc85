package dev.plumbline.lab.acceptance;

import dev.plumbline.lab.machine.Finished;
import dev.plumbline.resources.codec.JsonReader;
import dev.plumbline.resources.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a command printed with {@code --output json}. */
record Printed(Value value) {

  static Printed of(Finished finished) {
    return new Printed(JsonReader.read(finished.out(), "the output"));
  }

  /** What a program left in a file. */
  static Printed of(Path file) {
    try {
      return new Printed(JsonReader.read(Files.readString(file), file.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Printed at(String key) {
    if (value instanceof Value.Mapping mapping) {
      return mapping
          .get(key)
          .map(Printed::new)
          .orElseThrow(
              () -> new AssertionError("no '" + key + "' in " + mapping.entries().keySet()));
    }
    throw new AssertionError("not a map but " + value.noun());
  }

  List<Printed> items() {
    if (value instanceof Value.Sequence sequence) {
      return sequence.items().stream().map(Printed::new).toList();
    }
    throw new AssertionError("not a list but " + value.noun());
  }

  String text() {
    if (value instanceof Value.Scalar scalar) {
      return scalar.text();
    }
    throw new AssertionError("not a single value but " + value.noun());
  }

  /** {@code node resource} of every step of a plan or of a drift report. */
  List<String> steps() {
    return at("nodes").items().stream()
        .flatMap(node ->
            node.at("steps").items().stream()
                .map(step -> node.at("node").text() + " " + step.at("resource").text()))
        .sorted()
        .toList();
  }
}
