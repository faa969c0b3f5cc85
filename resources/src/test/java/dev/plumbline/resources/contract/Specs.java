package dev.plumbline.resources.contract;

import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.Spec;
import dev.plumbline.resources.value.Problems;

/** Makes specs from the YAML in which a user writes them. */
public final class Specs {
  private Specs() {}

  /** A valid spec. */
  public static <S extends Record & Spec> S of(ResourceType<S> type, String name, String yaml) {
    Problems problems = new Problems();
    return type.codec()
        .decode(name, YamlTree.documents(yaml, "test").getFirst(), problems)
        .orElseThrow(() -> new AssertionError(problems.sorted()));
  }
}
