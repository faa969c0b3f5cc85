package dev.plumbline.lab.demo;

import dev.plumbline.lab.machine.Command;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What the job gene analyses.
 *
 * @param folder with the data
 * @param job the example of a job that reads them, in {@code inventory/examples/jobs}
 */
public record Genes(Path folder, String job) {
  /** Golub's leukaemia data, as the tables of the paper. */
  static final DataSet GOLUB =
      new DataSet(
          "golub",
          "Golub's leukaemia data",
          "4 MB",
          Map.of(
              Golub.TRAINING,
              "7c8b432b4af99e68f923c53e289c73f1834986b05d80c2c43502053d8fca9f2c",
              Golub.INDEPENDENT,
              "38bd56674360e5765840c579622fc0be2650780c0d6ef46f8601074e96677bd3",
              Golub.CLASSES,
              "af291eced4116e257af0b73043e83b55d9b42f0d815440a4c5bc72424d2f44e1"),
          file -> file,
          Golub::write);

  /**
   * Golub's data, else counts that a program generates.
   *
   * @param checkout where {@code jobs/gene} is built
   * @param environment of this process
   * @param told hears in a line what they are, where they are not those of {@code PLUMBLINE_DATA}
   */
  public static Genes find(Path checkout, Map<String, String> environment, Consumer<String> told) {
    return find(
        checkout.resolve("jobs/gene/target/lib"),
        Sources.of(environment, PublicHome.OF_GOLUB, told));
  }

  static Genes find(Path library, Sources sources) {
    return sources
        .find(GOLUB, "counts with known differences are generated instead")
        .map(folder -> new Genes(folder, "gene.yaml"))
        .orElseGet(() ->
            new Genes(
                sources.cache().keep("generated-counts", folder -> generate(library, folder)),
                "gene-counts.yaml"));
  }

  private static void generate(Path library, Path folder) {
    Command.of(Path.of(System.getProperty("java.home"), "bin/java").toString())
        .and("-cp", library + "/*", "dev.plumbline.jobs.gene.Main", "generate")
        .and("--genes", "2000", "--samples", "20", "--out", folder.toString())
        .output("generating counts");
  }
}
