package dev.plumbline.resources.host.yaml;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.value.Value;
import java.util.Optional;

/** Reads YAML that somebody else wrote. */
@FunctionalInterface
public interface Yaml {
  /**
   * Reads one document; aliases are replaced by what they stand for.
   *
   * @param source what messages call the text: its path
   * @return empty if the document holds nothing
   * @throws Failure if it is no YAML, or more than one document
   */
  Optional<Value> read(String text, String source) throws Failure;
}
