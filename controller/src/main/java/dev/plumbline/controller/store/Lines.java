package dev.plumbline.controller.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Short texts in one column, one per line. */
final class Lines {
  private Lines() {}

  static String join(Collection<String> texts) {
    return texts.stream().map(text -> text.replace('\n', ' ')).collect(Collectors.joining("\n"));
  }

  static List<String> split(String joined) {
    return joined.isEmpty() ? List.of() : Arrays.asList(joined.split("\n", -1));
  }
}
