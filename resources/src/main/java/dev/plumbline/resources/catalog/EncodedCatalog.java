package dev.plumbline.resources.catalog;

import java.util.List;
import java.util.Map;

/**
 * A catalog as it travels and as the agent keeps it.
 *
 * @param hash SHA-256 over all entries, lower-case hexadecimal: equal catalogs have equal hashes
 * @param secrets the secrets' values by digest; sent apart and kept in memory only
 */
public record EncodedCatalog(
    String node, List<Entry> entries, String hash, Map<String, String> secrets) {
  public EncodedCatalog {
    entries = List.copyOf(entries);
    secrets = Map.copyOf(secrets);
  }

  /**
   * One resource.
   *
   * @param kind the singular, printed name of the kind
   * @param schemaVersion the version of the kind's spec
   * @param json the spec as canonical JSON, without secrets
   * @param after printed ids of resources that the user put before this one
   */
  public record Entry(
      String kind, String name, int schemaVersion, String json, List<String> after) {
    public Entry {
      after = List.copyOf(after);
    }
  }
}
