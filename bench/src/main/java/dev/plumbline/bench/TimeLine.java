package dev.plumbline.bench;

import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.resources.codec.JsonReader;
import dev.plumbline.resources.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When a job entered its states.
 *
 * @param states in order; of one that it entered twice, the last time
 */
record TimeLine(Map<String, Instant> states) {

  /** Of what {@code plumb run --output json} printed. */
  static TimeLine of(Finished finished) {
    Map<String, Instant> states = new LinkedHashMap<>();
    for (Value state : items(at(JsonReader.read(finished.out(), "the job"), "states"))) {
      states.put(text(at(state, "state")), Instant.parse(text(at(state, "at"))));
    }
    return new TimeLine(states);
  }

  /** Seconds from the beginning of a state to that of a later one. */
  double seconds(String from, String to) {
    return Duration.between(when(from), when(to)).toNanos() / 1e9;
  }

  private Instant when(String state) {
    Instant when = states.get(state);
    if (when == null) {
      throw new LabProblem("the job never was '" + state + "' but " + states.keySet());
    }
    return when;
  }

  private static Value at(Value value, String key) {
    return value instanceof Value.Mapping mapping
        ? mapping.get(key).orElseThrow(() -> new LabProblem("no '" + key + "' was printed"))
        : fail(value);
  }

  private static List<Value> items(Value value) {
    return value instanceof Value.Sequence sequence ? sequence.items() : List.of(fail(value));
  }

  private static String text(Value value) {
    return value instanceof Value.Scalar scalar ? scalar.text() : fail(value).toString();
  }

  private static Value fail(Value value) {
    throw new LabProblem("what was printed has another form: " + value.noun());
  }
}
