package dev.plumbline.lab.demo;

import dev.plumbline.lab.api.Lab;
import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.lab.node.LabNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/** Shows what Plumbline does by doing it, with the commands that a user would type. */
public final class Demo {
  private static final int CONVERGED = 0;
  private static final int DRIFT = 2;

  /** What is over at once needs no time beside it. */
  private static final long WORTH_TELLING = 20_000_000_000L;

  private final Path checkout;
  private final Stage stage;
  private final PrintWriter out;
  private final LongSupplier nanos;
  private final long begun;

  private Demo(Path checkout, Stage stage, PrintWriter out, LongSupplier nanos) {
    this.checkout = checkout;
    this.stage = stage;
    this.out = out;
    this.nanos = nanos;
    this.begun = nanos.getAsLong();
  }

  /**
   * Plays the demo.
   *
   * @param checkout where {@code plumb} and the example are
   * @param directory where the inventory goes
   */
  public static void play(Path checkout, Path directory, PrintWriter out) {
    new Demo(checkout, Stage.set(checkout, directory), out, System::nanoTime).play();
  }

  private void play() {
    tell("The inventory is " + stage.inventory() + ": a cluster of three nodes, in one page.");
    plumb(CONVERGED, "check");
    tell(
        "Three nodes for it, fresh as installed. Their base is made once, from your mirror:",
        "the first time that takes a minute or two, later seconds.");
    plumb(CONVERGED, "lab", "up");
    tell(
        "Make it so: addresses, names, users, keys, MPI, Docker, a swarm. Nearly all of the time goes",
        "to apt, which unpacks 200 packages on each node: some minutes, and more while they have to",
        "be downloaded, 150 MB for each node the first time. What a node does is told as it does it.");
    plumb(CONVERGED, "apply");
    plumb(CONVERGED, "status");
    tell("Is that a cluster? Ask the nodes: MPI ranks on all of them, and one swarm.");
    node("mpihpc", "mpirun -np 6 --hostfile ~/hostfile hostname");
    node("root", "docker node ls");
    tell("It works, too. The agents start the ranks, and tell which of them said what:");
    plumb(CONVERGED, "run", "--np", "6", "--", "hostname");
    learn();
    tell("Once more: nothing differs, nothing is done.");
    plumb(CONVERGED, "apply");
    tell("Somebody edits a file on worker1, and takes worker2 out of the swarm …");
    plumb(CONVERGED, "lab", "break", "worker1", "file=/home/mpihpc/hostfile");
    plumb(CONVERGED, "lab", "break", "worker2", "swarm");
    tell("… and Plumbline names exactly that, and mends exactly that.");
    plumb(DRIFT, "drift");
    plumb(CONVERGED, "apply");
    plumb(CONVERGED, "drift");
    node("root", "docker node ls");
    analyse();
    tell("That is all, in " + Lasting.of(nanos.getAsLong() - begun) + ". Go on from here:");
    next("export PATH=" + checkout + ":$PATH", "so that plumb is found");
    next("cd " + stage.directory(), "the inventory is yours now");
    next("$EDITOR inventory.yaml", "then plumb plan, and plumb apply");
    next("plumb status --watch", "what every node is, as it changes");
    next("plumb jobs; plumb job 2", "what ran, where, for how long");
    next("plumb explain swarm", "what a kind of resource can say");
    next("plumb explain --node worker1", "which line gave a node which value");
    next("plumb lab ssh worker1", "a shell on a node; for sudo, the password is ubuntu");
    next("plumb lab break", "all the ways to make a node drift");
    next("plumb controller stop; plumb lab down", "the end: no node stays behind");
    next("plumb lab down --purge", "nor what the lab keeps to be quick the next time");
    out.flush();
  }

  /** A job with all that a job can have: a program, data, a Java runtime, results. */
  private void learn() {
    tell(
        "Six ranks of Open MPI learn handwritten digits, in Java. The nodes need no Java: program,",
        "runtime and data are sent there, once, and the results come back.");
    Path digits = Digits.find(checkout, System.getenv(), line -> tell(line));
    Path results = stage.directory().resolve("mnist");
    plumb(
        CONVERGED,
        "run",
        checkout.resolve("inventory/examples/jobs/mnist.yaml").toString(),
        "--set",
        "data=" + digits,
        "--fetch",
        results.toString());
    tell(
        "Pictures of it: " + results.resolve("curve.png") + " (how it learned),",
        results.resolve("confusion.png") + ", " + results.resolve("mistakes.png"));
  }

  /** What the nodes are grows with the inventory, and what runs on them with it. */
  private void analyse() {
    tell(
        "The cluster shall have Spark, too. Its image is made here, once, of packages of your mirror",
        "and of Spark's jars, which takes a minute or two, and more while 250 MB are downloaded.");
    out.println("$ jobs/spark-image/spark-image " + stage.image());
    out.flush();
    int made =
        Command.of(checkout.resolve("jobs/spark-image/spark-image").toString())
            .and(stage.image().toString())
            .runHere();
    if (made != CONVERGED) {
      tell("It goes without Spark, then: the line above says what is missing.");
      return;
    }
    tell("A few lines more in the inventory; the image travels to each node once:");
    out.print(stage.addSpark());
    out.println();
    plumb(CONVERGED, "apply");
    tell("Does it work on every node? A tiny job says so.");
    plumb(
        CONVERGED, "run", checkout.resolve("inventory/examples/jobs/spark-ready.yaml").toString());
    tell("Which genes tell two kinds of leukaemia from each other?");
    Genes genes = Genes.find(checkout, System.getenv(), line -> tell(line));
    Path results = stage.directory().resolve("gene");
    plumb(
        CONVERGED,
        "run",
        checkout.resolve("inventory/examples/jobs").resolve(genes.job()).toString(),
        "--set",
        "data=" + genes.folder(),
        "--fetch",
        results.toString());
    tell(
        "Pictures of it: " + results.resolve("volcano.png") + " (which genes differ, how surely),",
        results.resolve("heatmap.png") + ", " + results.resolve("pca.png"));
  }

  private void next(String command, String what) {
    out.printf("  %-39s # %s%n", command, what);
  }

  private void tell(String... lines) {
    out.println();
    for (String line : lines) {
      out.println("# " + line);
    }
    out.flush();
  }

  /** Runs a command on master, as a user who is logged in there. */
  private void node(String user, String command) {
    out.println(user + "@master$ " + command);
    LabNode master =
        Lab.of(stage.inventory())
            .orElseThrow(() -> new LabProblem("the demo ends here: its lab is gone"))
            .node("master");
    master
        .run("runuser -l \"$1\" -c \"$2\"", user, command)
        .lines()
        .forEach(line -> out.println(line));
    out.flush();
  }

  private void plumb(int expected, String... words) {
    out.println("$ plumb " + String.join(" ", words));
    out.flush();
    long start = nanos.getAsLong();
    int exit =
        Command.of(checkout.resolve("plumb").toString())
            .and(words)
            .with("PLUMB_INVENTORY", stage.inventory().toString())
            .runHere();
    if (exit != expected) {
      throw new LabProblem(
          "the demo ends here: plumb "
              + String.join(" ", words)
              + " ended with "
              + exit
              + " instead of "
              + expected
              + "; the nodes stay as they are, plumb lab down removes them");
    }
    long took = nanos.getAsLong() - start;
    if (took >= WORTH_TELLING) {
      out.println("(" + Lasting.of(took) + ")");
      out.flush();
    }
  }
}
