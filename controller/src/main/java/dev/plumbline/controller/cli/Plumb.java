package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.args.Arguments;
import dev.plumbline.controller.cli.args.Help;
import dev.plumbline.controller.cli.args.Parser;
import dev.plumbline.controller.cli.args.UsageException;
import dev.plumbline.controller.cli.render.Ink;
import dev.plumbline.controller.cli.screen.Terminal;
import dev.plumbline.controller.client.ControllerException;
import java.io.PrintStream;
import java.util.List;

/** The program {@code plumb}. */
public final class Plumb {
  private final Surroundings surroundings;

  Plumb(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  public static void main(String[] args) {
    Surroundings surroundings = Surroundings.ofThisProcess();
    int exitCode = new Plumb(surroundings).run(List.of(args));
    surroundings.out().flush();
    surroundings.err().flush();
    // Nothing is left to be done on the way out, and System.exit would set up logging to say so.
    Runtime.getRuntime().halt(exitCode);
  }

  int run(List<String> words) {
    boolean verbose = words.contains(Commands.VERBOSE) || words.contains("-v");
    PrintStream err = surroundings.err();
    try {
      return carryOut(new Parser(Commands.PLUMB, Commands.COMMON).parse(words));
    } catch (UsageException e) {
      err.println("plumb: " + e.getMessage() + "; see '" + e.help() + "'");
      return ExitCode.ERROR;
    } catch (Trouble e) {
      e.lines().forEach(err::println);
      trace(e, verbose && e.getCause() != null);
      return e.exitCode();
    } catch (ControllerException e) {
      Trouble.of(String.valueOf(e.getMessage()), e.remedy()).lines().forEach(err::println);
      trace(e, verbose);
      return ExitCode.ERROR;
    } catch (RuntimeException e) {
      err.println("plumb: this is a mistake in Plumbline: " + e + " (--verbose shows where)");
      trace(e, verbose);
      return ExitCode.ERROR;
    }
  }

  private void trace(RuntimeException e, boolean wanted) {
    if (wanted) {
      e.printStackTrace(surroundings.err());
    }
  }

  private int carryOut(Arguments arguments) {
    if (arguments.has(Commands.VERSION)) {
      surroundings.out().println(Version.line());
      return ExitCode.CONVERGED;
    }
    if (arguments.has(Commands.HELP) || arguments.path().isEmpty()) {
      Help.of(arguments.path(), arguments.command(), Commands.COMMON)
          .forEach(surroundings.out()::println);
      return arguments.has(Commands.HELP) ? ExitCode.CONVERGED : ExitCode.ERROR;
    }
    return verb(arguments.path()).run(new Invocation(arguments, surroundings, output(arguments)));
  }

  private Output output(Arguments arguments) {
    boolean json = arguments.value(Commands.OUTPUT).filter("json"::equals).isPresent();
    Terminal terminal = surroundings.terminal();
    boolean verbose = arguments.has(Commands.VERBOSE);
    return new Output(
        surroundings.out(), surroundings.err(), ink(arguments, terminal), json, verbose, terminal);
  }

  /** https://no-color.org: any value but the empty one counts. */
  private Ink ink(Arguments arguments, Terminal terminal) {
    boolean wanted =
        switch (arguments.value(Commands.COLOR).orElse("auto")) {
          case "always" -> true;
          case "never" -> false;
          default ->
              terminal.shows()
                  && surroundings.caller().environment().getOrDefault("NO_COLOR", "").isEmpty()
                  && !"dumb".equals(surroundings.caller().environment().get("TERM"));
        };
    return wanted ? Ink.ANSI : Ink.PLAIN;
  }

  /** Only the code of the command that was called is loaded. */
  private static Verb verb(List<String> path) {
    return switch (path.getFirst()) {
      case "check" -> new CheckVerb();
      case "plan" -> new PlanVerb();
      case "apply" -> new ApplyVerb();
      case "status" -> new StatusVerb();
      case "drift" -> new DriftVerb();
      case "history" -> new HistoryVerb();
      case "facts" -> new FactsVerb();
      case "explain" -> new ExplainVerb();
      case "run" -> new RunVerb();
      case "jobs" -> new JobsVerb();
      case "job" -> new JobVerb();
      case "logs" -> new LogsVerb();
      case "cancel" -> new CancelVerb();
      case "fetch" -> new FetchVerb();
      case "forward" -> new ForwardVerb();
      case "dump" -> new DumpVerb();
      case "drain" -> new DrainVerb(true);
      case "resume" -> new DrainVerb(false);
      case "controller" -> new ControllerVerb();
      case "agent" -> new AgentVerb();
      case "init" -> new InitVerb();
      case "completion" -> new CompletionVerb();
      case "help" -> new HelpVerb();
      default ->
          invocation -> {
            throw Trouble.of(
                "'plumb " + path.getFirst() + "' is a command of the launcher",
                "run it as ./plumb " + path.getFirst());
          };
    };
  }
}
