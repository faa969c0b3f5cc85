package dev.plumbline.agent.guard;

import dev.plumbline.resources.host.processes.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The program that undoes a change without the agent. Any shell of POSIX runs it. */
final class RestoreScript {
  /** Unless the change was confirmed or is being undone. */
  static final String ONCE = "once";

  /** Also what was cut short, or was undone while the change was still being made. */
  static final String AGAIN = "again";

  private static final String HEAD =
      """
      #!/bin/sh
      # Undoes a change that was not confirmed. Plumbline's agent wrote this before it made the change.
      # restore.sh once    unless the change was confirmed or is being undone
      # restore.sh boot    the same before the network is up: the files only; also what was cut short
      # restore.sh again   also what was cut short, or was undone before
      PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
      HOME=/root
      LC_ALL=C.UTF-8
      export PATH HOME LC_ALL
      umask 077
      """;

  private static final String FUNCTIONS =
      """
      exec >>log 2>&1

      # Of several who try this only one can rename the mark.
      case "$1" in
        boot) mv -f pending restoring || [ -e restoring ] || exit 0 ;;
        again) mv -f pending restoring || mv -f restored restoring || [ -e restoring ] || exit 0 ;;
        *) mv -f pending restoring || exit 0 ;;
      esac
      rm -f trouble
      echo "$1" >mode

      put() {
        new=${2%/*}/.plumbline-restore
        if cp -f "saved/$1" "$new" && chown "$3" "$new" && chmod "$4" "$new"; then
          sync "$new"
          mv -f "$new" "$2" && return
        fi
        rm -f "$new"
        echo "$2 could not be put back" >>trouble
      }
      gone() {
        rm -f "$1" || echo "$1 could not be removed" >>trouble
      }
      run() {
        limit=$1
        shift
        timeout -k 5 "$limit" "$@" </dev/null || echo "'$*' ended with $?" >>trouble
      }

      """;

  private static final String END =
      """
      mv -f restoring restored
      """;

  private RestoreScript() {}

  static String of(Path directory, List<SavedFile> files, List<Command> commands) {
    StringBuilder script = new StringBuilder(HEAD);
    script.append("cd ").append(quoted(directory.toString())).append(" || exit 1\n");
    script.append(FUNCTIONS);
    files.forEach(file -> script.append(line(file)).append('\n'));
    script.append("if [ \"$1\" != boot ]; then\n  :\n");
    commands.forEach(command -> script.append("  ").append(line(command)).append('\n'));
    return script.append("fi\n").append(END).toString();
  }

  private static String line(SavedFile file) {
    String path = quoted(file.path().toString());
    return file.kept()
        .map(kept -> String.join(" ", "put", kept.copy(), path, kept.owner(), kept.mode()))
        .orElse("gone " + path);
  }

  private static String line(Command command) {
    List<String> words = new ArrayList<>();
    words.add("run");
    words.add(Long.toString(Math.max(1, command.timeout().toSeconds())));
    if (!command.environment().isEmpty()) {
      words.add("env");
      new TreeMap<>(command.environment())
          .forEach((name, value) -> words.add(quoted(name + "=" + value)));
    }
    command.arguments().forEach(argument -> words.add(quoted(argument)));
    return String.join(" ", words);
  }

  /** One word for a shell, whatever is in it. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
