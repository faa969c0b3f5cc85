package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.args.Command;
import dev.plumbline.controller.cli.args.Option;
import java.util.List;

/** Every command that {@code plumb} has. */
final class Commands {
  static final String HELP = "--help";
  static final String VERSION = "--version";
  static final String OUTPUT = "--output";
  static final String COLOR = "--color";
  static final String VERBOSE = "--verbose";
  static final String YES = "--yes";
  static final String LIMIT = "--limit";
  static final String INSTALL_AGENTS = "--install-agents";
  static final String ACCEPT_HOST_KEY = "--accept-host-key";
  static final String WATCH = "--watch";
  static final String NODE = "--node";
  static final String COUNT = "--count";
  static final String FORCE = "--force";
  static final String KEEP = "--keep";
  static final String FOLLOW = "--follow";
  static final String LINES = "--lines";
  static final String INVENTORY = "--inventory";
  static final String SET = "--set";
  static final String ENV = "--env";
  static final String RANKS = "--np";
  static final String DETACH = "--detach";
  static final String DRY_RUN = "--dry-run";
  static final String FETCH = "--fetch";
  static final String AGAIN = "--again";
  static final String RANK = "--rank";
  static final String TO = "--to";
  static final String REASON = "--reason";
  static final String NETWORK = "--network";
  static final String PORT = "--port";
  static final String DRIVER_PORT = "--driver-port";

  static final List<Option> COMMON =
      List.of(
          Option.choice(OUTPUT, List.of("text", "json"), "how to print what was found")
              .withLetter('o'),
          Option.choice(
              COLOR, List.of("auto", "always", "never"), "when to use colour; NO_COLOR is heeded"),
          Option.flag(VERBOSE, "long texts whole, and stack traces").withLetter('v'),
          Option.flag(YES, "answer yes to what would be asked").withLetter('y'),
          Option.flag(HELP, "this").withLetter('h'));

  private static final Option LIMIT_TO =
      Option.value(LIMIT, "NODES", "only these nodes or groups, with commas between")
          .withLetter('l');
  private static final Option ACCEPT =
      Option.flag(ACCEPT_HOST_KEY, "accept host keys that are not known yet, unseen");
  private static final Option OF_INVENTORY =
      Option.value(INVENTORY, "FILE", "the inventory").withLetter('i');

  static final Command PLUMB =
      Command.group(
              "plumb",
              "Makes a cluster of machines what one YAML file says",
              inventoryCommand("check", "Say everything that is wrong with the inventory")
                  .options(
                      Option.flag(NETWORK, "let every node reach for every other, too"), LIMIT_TO)
                  .details(
                      """
                      Reads files only; no node and no controller is asked, but with --network.\
                      """),
              inventoryCommand("plan", "Say what apply would change, and change nothing")
                  .options(
                      LIMIT_TO,
                      Option.flag(INSTALL_AGENTS, "install missing agents first, to plan them too"),
                      ACCEPT)
                  .details(
                      "Compares the nodes with the file. Exit code 2: something would change."),
              inventoryCommand("apply", "Make the nodes what the inventory says")
                  .options(
                      LIMIT_TO,
                      Option.flag(INSTALL_AGENTS, "the default; for scripts that say it anyway"),
                      ACCEPT)
                  .details(
                      """
                      Installs the agent over SSH where it is missing. Ctrl-C stops to watch;
                      the run goes on, and 'plumb status --watch' shows it.\
                      """),
              inventoryCommand("status", "Say how the cluster is")
                  .options(Option.flag(WATCH, "go on, and redraw at each change").withLetter('w')),
              inventoryCommand("drift", "Say what differs from what was last applied")
                  .options(LIMIT_TO)
                  .details(
                      """
                      Compares the nodes with their last applied revision, not with the file.
                      Exit code 2: something drifted.\
                      """),
              inventoryCommand("history", "List past runs, the latest first")
                  .options(
                      Option.value(COUNT, "N", "how many at most; 20 by default").withLetter('n')),
              inventoryCommand("facts", "Say what the nodes have: CPU, memory, disks, OS")
                  .options(LIMIT_TO),
              new Command(
                  "explain",
                  "[KIND]",
                  0,
                  1,
                  "Explain a kind of resource, or where a node's values come from",
                  "",
                  List.of(
                      Option.value(NODE, "NODE", "show every value of this node, and its line"),
                      OF_INVENTORY),
                  List.of()),
              Command.of("run", "Run a job, and follow it")
                  .operands("[JOB.yaml | -- PROGRAM [ARGUMENT…]]", 0, 1)
                  .options(
                      Option.value(SET, "NAME=VALUE", "set a var of the job file"),
                      Option.value(ENV, "NAME[=VALUE]", "an environment variable; without =, ours"),
                      Option.value(RANKS, "N", "so many ranks"),
                      LIMIT_TO,
                      Option.flag(DETACH, "do not follow; print the number of the job")
                          .withLetter('d'),
                      Option.flag(DRY_RUN, "check whether it could start, and no further"),
                      Option.flag(FORCE, "also on nodes that drifted or were not converged"),
                      Option.value(FETCH, "DIR", "fetch the outputs when it has ended"),
                      Option.value(AGAIN, "ID", "run a job of the past again"),
                      OF_INVENTORY)
                  .details(
                      """
                      Ends as the program ended; 124 time limit, 125 lost or not started, 126 refused,
                      130 cancelled. Ctrl-C stops to watch; the job goes on.\
                      """),
              Command.of("jobs", "List jobs, the latest first")
                  .options(
                      Option.flag(WATCH, "go on, and redraw at each change").withLetter('w'),
                      Option.value(COUNT, "N", "how many at most; 20 by default").withLetter('n'),
                      OF_INVENTORY),
              jobCommand("job", "[ID]", 0, "Say everything about a job; the newest by default")
                  .options(OF_INVENTORY),
              jobCommand("logs", "[ID]", 0, "Print what a job wrote; the newest by default")
                  .options(
                      Option.flag(FOLLOW, "go on until it has ended").withLetter('f'),
                      Option.value(RANK, "N", "only this rank"),
                      Option.value(NODE, "NODE", "only this node"),
                      OF_INVENTORY),
              jobCommand("cancel", "ID", 1, "End a job").options(OF_INVENTORY),
              jobCommand("fetch", "[ID]", 0, "Fetch the outputs of a job; the newest by default")
                  .options(
                      Option.value(TO, "DIR", "where to; files of the same names are replaced"),
                      OF_INVENTORY),
              jobCommand("dump", "ID", 1, "Ask the Java ranks of a job what their threads do")
                  .options(OF_INVENTORY)
                  .details("They write it into the log of the job."),
              Command.group(
                  "forward",
                  "Lead ports of this machine to pages of the cluster",
                  jobCommand("spark", "[JOB]", 0, "Lead to the pages of Spark, until Ctrl-C")
                      .options(
                          Option.value(PORT, "PORT", "of the master's page; 8080 by default"),
                          Option.value(
                              DRIVER_PORT, "PORT", "of the driver's page; 4040 by default"),
                          OF_INVENTORY)
                      .details(
                          """
                          Only 127.0.0.1 listens. The driver's page is that of the newest job that
                          runs, unless JOB says which. Ctrl-C ends it, with 0.\
                          """)),
              Command.of("drain", "Let no further job start on a node")
                  .operands("NODE…", 1, 1000)
                  .options(Option.value(REASON, "TEXT", "why; everybody sees it"), OF_INVENTORY),
              Command.of("resume", "Let jobs start on a drained node again")
                  .operands("NODE…", 1, 1000)
                  .options(OF_INVENTORY),
              Command.group(
                  "controller",
                  "Start, stop or look at the controller",
                  inventoryCommand("start", "Start the controller in the background")
                      .options(Option.flag(KEEP, "do not end when idle")),
                  inventoryCommand("stop", "End the controller")
                      .options(Option.flag(FORCE, "even in the middle of a run")),
                  inventoryCommand("status", "Say whether it runs, and where it listens"),
                  inventoryCommand("log", "Print its log")
                      .options(
                          Option.flag(FOLLOW, "go on as it grows").withLetter('f'),
                          Option.value(LINES, "N", "how many lines; 100 by default")
                              .withLetter('n'))),
              Command.group(
                  "agent",
                  "Install, revoke or remove agents",
                  agentCommand("install", "Install the agent over SSH, also where one runs already")
                      .options(OF_INVENTORY, ACCEPT),
                  agentCommand("revoke", "Make an agent's certificate worthless")
                      .options(OF_INVENTORY),
                  agentCommand("remove", "Remove the agent from a node, and revoke it")
                      .options(OF_INVENTORY, ACCEPT)),
              new Command(
                  "init", "[FILE]", 0, 1, "Write a first inventory", "", List.of(), List.of()),
              Command.of("completion", "Print completions for a shell")
                  .operands("bash|zsh|fish", 1, 1),
              Command.of("help", "Explain a command").operands("[COMMAND]", 0, 2),
              Command.of("lab", "Run test nodes on this machine: plumb lab --help"),
              Command.of("demo", "Show it all on three test nodes"))
          .options(Option.flag(VERSION, "print the version"))
          .details(
              """
              The inventory is the argument [INVENTORY], else PLUMB_INVENTORY, else inventory.yaml
              here or above. Exit codes: 0 converged, 1 error, 2 changes or drift (plan, drift),
              3 not every node was reached.\
              """);

  private Commands() {}

  private static Command inventoryCommand(String name, String summary) {
    return Command.of(name, summary).operands("[INVENTORY]", 0, 1);
  }

  private static Command jobCommand(String name, String operands, int least, String summary) {
    return Command.of(name, summary).operands(operands, least, 1);
  }

  private static Command agentCommand(String name, String summary) {
    return Command.of(name, summary).operands("NODE…", 1, 1000);
  }
}
