package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.screen.Screen;
import dev.plumbline.controller.contact.Questions;
import java.io.Console;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the person at the terminal; without one, nobody. */
final class TerminalQuestions implements Questions {
  private final Invocation invocation;
  private final Screen screen;
  private final Map<String, String> answers = new HashMap<>();

  TerminalQuestions(Invocation invocation, Screen screen) {
    this.invocation = invocation;
    this.screen = screen;
  }

  @Override
  public Optional<String> sshPassword(List<String> nodes) {
    return password("SSH", nodes);
  }

  @Override
  public Optional<String> sudoPassword(List<String> nodes) {
    return password("sudo", nodes);
  }

  /** A second visit of the same command does not ask again. */
  private synchronized Optional<String> password(String whose, List<String> nodes) {
    String known = answers.get(whose);
    if (known != null) {
      return Optional.of(known);
    }
    String prompt = whose + " password for " + String.join(", ", nodes) + ": ";
    Optional<String> answer =
        console()
            .flatMap(console ->
                screen.asking(() -> Optional.ofNullable(console.readPassword("%s", prompt))))
            .map(String::new);
    answer.ifPresent(password -> answers.put(whose, password));
    return answer;
  }

  @Override
  public Verdict hostKeys(List<UnknownHost> hosts) {
    if (invocation.has(Commands.ACCEPT_HOST_KEY)) {
      return Verdict.ACCEPTED;
    }
    return console()
        .map(console -> screen.asking(() -> ask(console, hosts)))
        .orElse(Verdict.NOBODY);
  }

  private static Verdict ask(Console console, List<UnknownHost> hosts) {
    console.printf(
        hosts.size() == 1
            ? "This host key is not known yet:%n"
            : "These host keys are not known yet:%n");
    for (UnknownHost host : hosts) {
      console.printf("  %s (%s)  %s%n", host.node(), host.host(), host.fingerprint());
    }
    String answer = console.readLine("Accept %s? [y/N] ", hosts.size() == 1 ? "it" : "them all");
    return answer != null && answer.strip().toLowerCase(java.util.Locale.ROOT).startsWith("y")
        ? Verdict.ACCEPTED
        : Verdict.REFUSED;
  }

  private Optional<Console> console() {
    return invocation.surroundings().terminal().console();
  }
}
