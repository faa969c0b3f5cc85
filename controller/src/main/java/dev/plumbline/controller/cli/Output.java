package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.json.Json;
import dev.plumbline.controller.cli.render.Ink;
import dev.plumbline.controller.cli.screen.Terminal;
import java.io.PrintStream;
import java.util.List;

/**
 * Where results go.
 *
 * @param json whether results are printed as JSON, and nothing else on standard output
 * @param verbose whether long texts are shown whole
 */
record Output(
    PrintStream out, PrintStream err, Ink ink, boolean json, boolean verbose, Terminal terminal) {
  /** Columns; asked only by those who need it, for the question is costly. */
  int width() {
    return terminal.size().columns();
  }

  void lines(List<String> lines) {
    lines.forEach(out::println);
  }

  void line(String line) {
    out.println(line);
  }

  void json(Json document) {
    out.println(document);
  }

  /** For people, beside the result: standard error where standard output holds JSON. */
  PrintStream aside() {
    return json ? err : out;
  }
}
