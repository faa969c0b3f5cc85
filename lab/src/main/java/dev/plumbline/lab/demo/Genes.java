package dev.plumbline.lab.demo;

import dev.plumbline.lab.machine.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What the job gene analyses: Golub's leukaemia data of {@code PLUMBLINE_DATA}, else those of an
 * earlier time, else from a public home of them, else counts that a program generates.
 */
public final class Genes {
  /** The three tables of the paper, and their SHA-256. */
  static final Map<String, String> TABLES =
      new TreeMap<>(
          Map.of(
              Golub.TRAINING,
              "7c8b432b4af99e68f923c53e289c73f1834986b05d80c2c43502053d8fca9f2c",
              Golub.INDEPENDENT,
              "38bd56674360e5765840c579622fc0be2650780c0d6ef46f8601074e96677bd3",
              Golub.CLASSES,
              "af291eced4116e257af0b73043e83b55d9b42f0d815440a4c5bc72424d2f44e1"));

  private static final String NAME = "golub";

  private final Path library;
  private final Cache cache;
  private final Home home;
  private final Consumer<String> told;

  Genes(Path library, Cache cache, Home home, Consumer<String> told) {
    this.library = library;
    this.cache = cache;
    this.home = home;
    this.told = told;
  }

  /**
   * A folder with them.
   *
   * @param job the example of a job that reads them, in {@code inventory/examples/jobs}
   */
  public record Found(Path folder, String job) {
    static Found real(Path folder) {
      return new Found(folder, "gene.yaml");
    }

    static Found generated(Path folder) {
      return new Found(folder, "gene-counts.yaml");
    }
  }

  /**
   * Finds or makes them.
   *
   * @param checkout where {@code jobs/gene} is built
   * @param environment of this process
   * @param told hears in a line what they are, where they are not those of {@code PLUMBLINE_DATA}
   */
  public static Found find(Path checkout, Map<String, String> environment, Consumer<String> told) {
    return GivenData.folder(environment, NAME)
        .map(Found::real)
        .or(() ->
            Optional.of(
                new Genes(
                        checkout.resolve("jobs/gene/target/lib"),
                        Cache.of(environment),
                        PublicHome.OF_GOLUB,
                        told)
                    .find()))
        .get();
  }

  Found find() {
    Optional<Path> kept = cache.find(NAME);
    if (kept.isPresent()) {
      return Found.real(kept.get());
    }
    Map<String, byte[]> tables;
    try {
      told.accept("Golub's leukaemia data are fetched from a public home of them: 4 MB, once.");
      tables = fetch();
    } catch (IOException e) {
      told.accept(
          "They cannot be had ("
              + e.getMessage()
              + "): counts with known differences are generated instead.");
      return Found.generated(cache.keep("generated-counts", this::generate));
    }
    return Found.real(cache.keep(NAME, folder -> Golub.write(tables, folder)));
  }

  private Map<String, byte[]> fetch() throws IOException {
    Map<String, byte[]> tables = new TreeMap<>();
    for (Map.Entry<String, String> table : TABLES.entrySet()) {
      byte[] bytes = home.read(table.getKey());
      if (!Cache.sha256(bytes).equals(table.getValue())) {
        throw new IOException(table.getKey() + " is not the one of the paper");
      }
      tables.put(table.getKey(), bytes);
    }
    return tables;
  }

  private void generate(Path folder) {
    Command.of(Path.of(System.getProperty("java.home"), "bin/java").toString())
        .and("-cp", library + "/*", "dev.plumbline.jobs.gene.Main", "generate")
        .and("--genes", "2000", "--samples", "20", "--out", folder.toString())
        .output("generating counts");
  }
}
