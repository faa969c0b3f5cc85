package dev.plumbline.jobs.gene;

import dev.plumbline.jobs.gene.generate.GeneratedCounts;
import dev.plumbline.jobs.gene.input.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program. Exit codes: 0 done, 1 bad input, 2 wrong usage. */
@Command(
    name = "gene",
    description = "Which genes differ, what structure there is, what the genes predict.",
    mixinStandardHelpOptions = true,
    subcommands = Main.Generate.class)
public final class Main implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  /** A group, so that none of them is required with a subcommand. */
  @ArgGroup(exclusive = false)
  private @Nullable Options options;

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return new CommandLine(new Main()).execute(arguments);
  }

  @Override
  public Integer call() throws IOException {
    if (options == null) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "Missing required options: --expression, --samples, --compare, --out");
    }
    SparkConf conf =
        new SparkConf()
            .setAppName("gene expression")
            .setIfMissing("spark.master", "local[*]")
            .setIfMissing("spark.ui.showConsoleProgress", "false");
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      new Analysis(spark, options, System.out::println).run();
      return 0;
    } catch (InputException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  /** Writes generated counts. */
  @Command(
      name = "generate",
      description = "Writes counts with known differences, to try the program on.",
      mixinStandardHelpOptions = true)
  static final class Generate implements Callable<Integer> {
    @Option(names = "--out", required = true, description = "The folder.")
    private Path out;

    @Option(names = "--genes", defaultValue = "5000")
    private int genes;

    @Option(names = "--samples", defaultValue = "40")
    private int samples;

    @Option(names = "--different", defaultValue = "0.1", description = "Share of the genes.")
    private double different;

    @Option(names = "--seed", defaultValue = "1")
    private long seed;

    @Override
    public Integer call() throws IOException {
      new GeneratedCounts(genes, samples, different, seed).write(out);
      return 0;
    }
  }
}
