package dev.plumbline.controller.cluster;

import dev.plumbline.controller.model.Exported;
import dev.plumbline.controller.model.KnownExport;
import dev.plumbline.controller.reconcile.Linker;
import dev.plumbline.resources.Export;
import dev.plumbline.resources.ExportKey;
import dev.plumbline.resources.Exports;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every export that a node has published. Values of secrets live here and nowhere else; a disk
 * keeps their digests, so that after a restart it is known that they exist and whose they are.
 */
public final class ExportBook implements Exports {
  private final Map<ExportKey, Export> values = new ConcurrentHashMap<>();
  private final Map<ExportKey, String> digests = new ConcurrentHashMap<>();

  public ExportBook(Collection<KnownExport> kept) {
    for (KnownExport export : kept) {
      digests.put(export.key(), export.digest());
      export
          .value()
          .ifPresent(
              value -> values.put(export.key(), Export.plain(export.key().attribute(), value)));
    }
  }

  @Override
  public Optional<Export> find(ExportKey key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The digest of an export, also where its value is not at hand. */
  public Optional<String> digest(ExportKey key) {
    return Optional.ofNullable(digests.get(key));
  }

  /**
   * Takes in what a node publishes.
   *
   * @return what a disk must learn: the exports that are new or have another value
   */
  public List<KnownExport> publish(String node, List<Exported> published) {
    List<KnownExport> news = new ArrayList<>();
    for (Exported exported : published) {
      ExportKey key = exported.key(node);
      String digest = Linker.digest(exported.export());
      values.put(key, exported.export());
      if (!digest.equals(digests.put(key, digest))) {
        Optional<String> plain =
            exported.export().secret() ? Optional.empty() : Optional.of(exported.export().value());
        news.add(new KnownExport(key, plain, digest));
      }
    }
    return news;
  }
}
