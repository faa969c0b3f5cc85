package dev.plumbline.inventory.yaml;

import dev.plumbline.resources.value.Origin;
import dev.plumbline.resources.value.Problems;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says what the parser found wrong, in words of a user. */
final class SyntaxWords {
  private final String text;
  private final String context;
  private final String problem;
  private final Mark at;
  private final Mark start;

  private SyntaxWords(String text, MarkedYAMLException e) {
    @Nullable String context = e.getContext();
    @Nullable Mark start = e.getContextMark();
    this.text = text;
    this.context = context == null ? "" : context;
    this.problem = e.getProblem();
    this.at = e.getProblemMark();
    this.start = start == null ? at : start;
  }

  static void report(MarkedYAMLException e, String text, String source, Problems problems) {
    SyntaxWords words = new SyntaxWords(text, e);
    int line = words.at.getLine() + 1;
    int tab = TextPlace.tabInIndent(text, line);
    if (tab > 0) {
      problems.add(
          "yaml-tab",
          new Origin(source, line, tab),
          "a tab stands here; YAML is indented with spaces only");
    } else {
      Mark mark = words.neverClosed() ? words.start : words.at;
      problems.add("yaml-syntax", TextPlace.of(source, mark), words.text());
    }
  }

  private String text() {
    if (neverClosed()) {
      return "what opens here is never closed";
    }
    if (problem.startsWith("mapping values are not allowed")) {
      return "a ':' does not belong here: quote a value that contains ': ', or mend the indentation";
    }
    if (problem.startsWith("could not find expected ':'")) {
      return "there is no ':' behind the key that begins" + begins();
    }
    if (problem.startsWith("sequence entries are not allowed")) {
      return "a '-' does not belong here: a list begins on a line of its own";
    }
    if (problem.startsWith("expected <block end>")) {
      return misplaced();
    }
    if (inFlow()) {
      return "expected "
          + problem.substring(9, 19)
          + " in the "
          + (context.contains("mapping") ? "{…}" : "[…]")
          + " that begins"
          + begins()
          + "; inside of it, quote a text that has brackets or braces: \"package[x]\", \"${x}\"";
    }
    if (problem.startsWith("found character") || problem.startsWith("expected the node content")) {
      return "a value cannot begin with '"
          + Character.toString(text.codePointAt(text.offsetByCodePoints(0, at.getIndex())))
          + "'; put it in quotes";
    }
    if (problem.startsWith("found unknown escape character")) {
      return "a backslash before this character means nothing in double quotes;"
          + " use single quotes, or \\\\ for a backslash";
    }
    return "this is not YAML: " + (context.isEmpty() ? "" : context + begins() + ": ") + problem;
  }

  private boolean inFlow() {
    return problem.startsWith("expected ',' or ']'") || problem.startsWith("expected ',' or '}'");
  }

  private boolean neverClosed() {
    return problem.startsWith("found unexpected end of stream")
        || (inFlow() && at.getIndex() >= text.codePointCount(0, text.length()));
  }

  private String misplaced() {
    int from = text.offsetByCodePoints(0, at.getIndex() - at.getColumn());
    int to = text.offsetByCodePoints(from, at.getColumn());
    return text.substring(from, to).isBlank()
        ? "this does not fit the lines above: mend the indentation of the "
            + (context.contains("mapping") ? "map" : "list")
            + " that begins"
            + begins()
        : "this stands behind a value that has ended: quote the whole value";
  }

  private String begins() {
    return " at line " + (start.getLine() + 1) + ", column " + (start.getColumn() + 1);
  }
}
