package dev.plumbline.controller.cli.args;

import java.util.ArrayList;
import java.util.List;

/** What {@code --help} prints. */
public final class Help {
  private Help() {}

  /**
   * The help of one command.
   *
   * @param path the words that call it, without the program's name
   */
  public static List<String> of(List<String> path, Command command, List<Option> common) {
    List<String> lines = new ArrayList<>();
    lines.add("Usage: " + usage(path, command));
    lines.add("");
    lines.add(command.summary() + ".");
    if (!command.details().isEmpty()) {
      lines.add("");
      command.details().lines().forEach(lines::add);
    }
    section(
        lines,
        command.verbs().isEmpty() ? "" : "Commands:",
        command.verbs().stream().map(verb -> new Row("  " + verb.name(), verb.summary())).toList());
    section(lines, "Options:", command.options().stream().map(Help::row).toList());
    section(lines, "Options of every command:", common.stream().map(Help::row).toList());
    return List.copyOf(lines);
  }

  private static String usage(List<String> path, Command command) {
    StringBuilder usage = new StringBuilder("plumb");
    path.forEach(word -> usage.append(' ').append(word));
    if (!command.verbs().isEmpty()) {
      usage.append(" COMMAND");
    }
    usage.append(" [OPTIONS]");
    if (!command.operands().isEmpty()) {
      usage.append(' ').append(command.operands());
    }
    return usage.toString();
  }

  private static Row row(Option option) {
    return new Row("  " + option.shown(), option.help());
  }

  private static void section(List<String> lines, String title, List<Row> rows) {
    if (rows.isEmpty()) {
      return;
    }
    int width = rows.stream().mapToInt(row -> row.left().length()).max().orElse(0) + 2;
    lines.add("");
    lines.add(title);
    for (Row row : rows) {
      lines.add(row.left() + " ".repeat(width - row.left().length()) + row.right());
    }
  }

  private record Row(String left, String right) {}
}
