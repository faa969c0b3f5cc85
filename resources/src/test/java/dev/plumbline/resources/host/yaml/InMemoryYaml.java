package dev.plumbline.resources.host.yaml;

import dev.plumbline.resources.contract.InMemoryPort;
import dev.plumbline.resources.contract.YamlTree;
import dev.plumbline.resources.value.Value;
import java.util.List;
import java.util.Optional;

/** Reads YAML that is known to be well formed. */
public final class InMemoryYaml implements Yaml, InMemoryPort {
  @Override
  public Optional<Value> read(String text, String source) {
    return YamlTree.documents(text, source).stream().findFirst();
  }

  @Override
  public List<String> changes() {
    return List.of();
  }
}
