package dev.plumbline.jobs.gene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.jobs.gene.input.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** An analysis that was run, and its files. */
record Results(Path folder, List<String> lines) {
  static Results of(Path folder, String... arguments) throws IOException, InputException {
    Options options = new Options();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--out=" + folder);
    new CommandLine(options).parseArgs(all.toArray(String[]::new));
    List<String> lines = new ArrayList<>();
    new Analysis(LocalSpark.context(), options, lines::add).run();
    return new Results(folder, lines);
  }

  JsonNode summary() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("summary.json").toFile());
  }

  Rows table(String name) throws IOException {
    return Rows.read(folder.resolve(name));
  }
}
