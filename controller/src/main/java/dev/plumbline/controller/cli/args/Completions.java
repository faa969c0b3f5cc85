package dev.plumbline.controller.cli.args;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shell scripts that complete commands and options; everything else is completed as a file. */
public final class Completions {
  private final Command root;
  private final List<Option> common;

  public Completions(Command root, List<Option> common) {
    this.root = root;
    this.common = common;
  }

  /** {@code eval "$(plumb completion bash)"}. */
  public String bash() {
    return """
    # plumb completion bash
    _plumb() {
      local cur=${COMP_WORDS[COMP_CWORD]} path= word words=
      for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case "$path $word" in
    %s
        esac
      done
      case "$path" in
    %s
      esac
      COMPREPLY=($(compgen -W "$words" -- "$cur"))
    }
    complete -o default -F _plumb plumb
    """
        .formatted(
            paths()
                .map(path -> "      \"%s\") path=\"%s\" ;;".formatted(met(path), path))
                .collect(Collectors.joining("\n")),
            Stream.concat(Stream.of(""), paths())
                .map(path -> "    \"%s\") words=\"%s\" ;;".formatted(path, words(path)))
                .collect(Collectors.joining("\n")));
  }

  /** {@code eval "$(plumb completion zsh)"}. */
  public String zsh() {
    return "autoload -U +X bashcompinit && bashcompinit\n" + bash();
  }

  /** {@code plumb completion fish | source}. */
  public String fish() {
    List<String> lines = new ArrayList<>();
    lines.add("# plumb completion fish");
    String none = "__fish_use_subcommand";
    for (Command command : root.verbs()) {
      lines.add(fish(none, "-f -a " + command.name(), command.summary()));
      String seen = "__fish_seen_subcommand_from " + command.name();
      command
          .verbs()
          .forEach(verb -> lines.add(fish(seen, "-f -a " + verb.name(), verb.summary())));
      Stream.concat(
              command.options().stream(),
              command.verbs().stream().flatMap(verb -> verb.options().stream()))
          .distinct()
          .forEach(option -> lines.add(fish(seen, option(option), option.help())));
    }
    common.forEach(option -> lines.add(fish("true", option(option), option.help())));
    return String.join("\n", lines) + "\n";
  }

  private static String fish(String condition, String what, String help) {
    return "complete -c plumb -n '"
        + condition
        + "' "
        + what
        + " -d '"
        + help.replace("'", "\\'")
        + "'";
  }

  private static String option(Option option) {
    return "-l "
        + option.name().substring(2)
        + option.letter().map(letter -> " -s " + letter).orElse("")
        + (option.choices().isEmpty()
            ? option.takesValue() ? " -r" : ""
            : " -x -a '" + String.join(" ", option.choices()) + "'");
  }

  /** What the loop meets: the path so far, a blank, and the word. */
  private static String met(String path) {
    return path.contains(" ") ? path : " " + path;
  }

  private Stream<String> paths() {
    return root.verbs().stream()
        .flatMap(command ->
            Stream.concat(
                Stream.of(command.name()),
                command.verbs().stream().map(verb -> command.name() + " " + verb.name())));
  }

  private String words(String path) {
    Command command = root;
    for (String word : path.split(" ")) {
      command = command.verb(word).orElse(command);
    }
    return Stream.concat(
            command.verbs().stream().map(Command::name),
            Stream.concat(command.options().stream(), common.stream()).map(Option::name))
        .collect(Collectors.joining(" "));
  }
}
