package dev.plumbline.controller.guard;

import dev.plumbline.controller.model.Listening;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What all witnesses said of one address. Pure.
 *
 * @param answers by the witness's name, in the order in which they are named
 * @param peers whether anybody but the controller was there to ask
 */
record Hearing(Listening listening, Map<String, Answer> answers, boolean peers) {
  Hearing {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /** Whether one of them heard what only the listener on the armed node says. */
  boolean isReached() {
    return answers.values().stream().anyMatch(answer -> answer.nonce().equals(listening.nonce()));
  }

  /** Why it counts as not reached: one line for a person. */
  String reason() {
    Map<String, List<String>> byFailure = new LinkedHashMap<>();
    answers.forEach((name, answer) ->
        byFailure.computeIfAbsent(failure(answer), _ -> new ArrayList<>()).add(name));
    List<String> groups = new ArrayList<>();
    byFailure.forEach((failure, names) -> {
      String who = and(names);
      groups.add(
          groups.isEmpty()
              ? who + " could not reach " + place() + " (" + failure + ")"
              : "nor could " + who + " (" + failure + ")");
    });
    if (!peers) {
      groups.add(
          "and no other connected node has an address in "
              + Subnet.of(listening.address(), listening.prefix())
              + " that could be asked");
    }
    return String.join(", ", groups);
  }

  private String failure(Answer answer) {
    return answer.nonce().isEmpty() ? answer.failure() : "another machine answers there";
  }

  private String place() {
    String address = listening.address();
    return (address.contains(":") ? "[" + address + "]" : address) + ":" + listening.port();
  }

  private static String and(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.getFirst()
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }
}
