package dev.plumbline.controller.cli.args;

import dev.plumbline.resources.codec.Suggestion;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one command line. Options may stand before and after operands; {@code --} ends them. */
public final class Parser {
  private static final String HELP = "--help";

  private final List<Option> common;
  private final List<String> path = new ArrayList<>();
  private final Map<String, List<String>> given = new LinkedHashMap<>();
  private final List<String> operands = new ArrayList<>();
  private final List<String> program = new ArrayList<>();
  private Command command;

  /**
   * @param root the program, whose verbs are the commands
   * @param common the options that every command has
   */
  public Parser(Command root, List<Option> common) {
    this.common = common;
    this.command = root;
  }

  /**
   * Reads the words of a command line.
   *
   * @throws UsageException if they make no sense
   */
  public Arguments parse(List<String> words) {
    Iterator<String> rest = words.iterator();
    boolean options = true;
    while (rest.hasNext()) {
      String word = rest.next();
      if (options && word.equals("--")) {
        options = false;
      } else if (!options && command.takesProgram()) {
        program.add(word);
      } else if (options && word.startsWith("--")) {
        longOption(word, rest);
      } else if (options && word.length() > 1 && word.startsWith("-")) {
        letters(word, rest);
      } else {
        operand(word);
      }
    }
    if (!given.containsKey(HELP)) {
      checkComplete();
    }
    return new Arguments(path, command, given, operands, program);
  }

  private void operand(String word) {
    Optional<Command> verb = operands.isEmpty() ? command.verb(word) : Optional.empty();
    if (verb.isPresent()) {
      command = verb.get();
      path.add(word);
    } else if (!command.verbs().isEmpty()) {
      List<String> names = command.verbs().stream().map(Command::name).toList();
      throw wrong("unknown command '" + word + "'" + Suggestion.of(word, names));
    } else {
      operands.add(word);
    }
  }

  private void longOption(String word, Iterator<String> rest) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Option option =
        known()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(name));
    if (equals < 0) {
      take(option, rest);
    } else if (option.takesValue()) {
      put(option, word.substring(equals + 1));
    } else {
      throw wrong("option '" + name + "' takes no value");
    }
  }

  private void letters(String word, Iterator<String> rest) {
    for (int i = 1; i < word.length(); i++) {
      char letter = word.charAt(i);
      Option option =
          known()
              .filter(candidate -> candidate.letter().equals(Optional.of(letter)))
              .findFirst()
              .orElseThrow(() -> unknown("-" + letter));
      if (option.takesValue() && i + 1 < word.length()) {
        put(option, word.substring(i + 1));
        return;
      }
      take(option, rest);
    }
  }

  private void take(Option option, Iterator<String> rest) {
    if (!option.takesValue()) {
      put(option, "");
    } else if (rest.hasNext()) {
      put(option, rest.next());
    } else {
      throw wrong("option '" + option.name() + "' needs a value: " + option.label());
    }
  }

  private void put(Option option, String value) {
    if (!option.choices().isEmpty() && !option.choices().contains(value)) {
      throw wrong(
          "option '"
              + option.name()
              + "' is one of "
              + String.join(", ", option.choices())
              + ", not '"
              + value
              + "'"
              + Suggestion.of(value, option.choices()));
    }
    given.computeIfAbsent(option.name(), name -> new ArrayList<>()).add(value);
  }

  private void checkComplete() {
    if (!command.verbs().isEmpty() && !path.isEmpty()) {
      throw wrong(
          "'plumb "
              + String.join(" ", path)
              + "' needs one of "
              + String.join(", ", command.verbs().stream().map(Command::name).toList()));
    }
    if (operands.size() < command.least()) {
      throw wrong("'plumb " + String.join(" ", path) + "' needs " + command.operands());
    }
    if (operands.size() > command.most()) {
      throw wrong("unexpected argument '" + operands.get(command.most()) + "'");
    }
  }

  private Stream<Option> known() {
    return Stream.concat(command.options().stream(), common.stream());
  }

  private UsageException unknown(String name) {
    return wrong(
        "unknown option '" + name + "'" + Suggestion.of(name, known().map(Option::name).toList()));
  }

  private UsageException wrong(String message) {
    StringBuilder help = new StringBuilder("plumb");
    path.forEach(word -> help.append(' ').append(word));
    return new UsageException(message, help.append(" --help").toString());
  }
}
