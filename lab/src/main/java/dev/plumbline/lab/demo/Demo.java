package dev.plumbline.lab.demo;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.LabProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;

/** Shows what Plumbline does by doing it, with the commands that a user would type. */
public final class Demo {
  private static final int CONVERGED = 0;
  private static final int DRIFT = 2;

  private final Path checkout;
  private final Stage stage;
  private final PrintWriter out;

  private Demo(Path checkout, Stage stage, PrintWriter out) {
    this.checkout = checkout;
    this.stage = stage;
    this.out = out;
  }

  /**
   * Plays the demo.
   *
   * @param checkout where {@code plumb} and the example are
   * @param directory where the inventory goes
   */
  public static void play(Path checkout, Path directory, PrintWriter out) {
    new Demo(checkout, Stage.set(checkout, directory), out).play();
  }

  private void play() {
    tell("The inventory is " + stage.inventory() + ". Three nodes for it, fresh as installed:");
    plumb(CONVERGED, "lab", "up");
    tell("What would have to change? Nothing is touched.");
    plumb(DRIFT, "plan", "--install-agents");
    tell("Make it so.");
    plumb(CONVERGED, "apply");
    plumb(CONVERGED, "status");
    tell("Once more: nothing differs, nothing is done.");
    plumb(CONVERGED, "apply");
    tell("Somebody edits a file on worker1 and renames worker2 …");
    plumb(CONVERGED, "lab", "break", "worker1", "file=/srv/cluster/hostfile");
    plumb(CONVERGED, "lab", "break", "worker2", "hostname");
    tell("… and Plumbline names exactly that, and mends exactly that.");
    plumb(DRIFT, "drift");
    plumb(CONVERGED, "apply");
    plumb(CONVERGED, "drift");
    tell("That is all. Go on from here:");
    out.println("  cd " + stage.directory());
    out.println("  plumb status --watch             what every node is, as it changes");
    out.println("  $EDITOR inventory.yaml           then plumb plan, and plumb apply");
    out.println("  plumb explain files              what a kind of resource can say");
    out.println("  plumb explain --node worker1     which line gave a node which value");
    out.println("  plumb lab ssh worker1            a shell on a node");
    out.println("  plumb lab break                  all the ways to make a node drift");
    out.println("  plumb controller stop; plumb lab down    the end: nothing stays behind");
    out.flush();
  }

  private void tell(String what) {
    out.println();
    out.println("# " + what);
    out.flush();
  }

  private void plumb(int expected, String... words) {
    out.println("$ plumb " + String.join(" ", words));
    out.flush();
    int exit =
        Command.of(checkout.resolve("plumb").toString())
            .and(words)
            .with("PLUMB_INVENTORY", stage.inventory().toString())
            .runHere();
    if (exit != expected) {
      throw new LabProblem(
          "the demo ends here: plumb "
              + String.join(" ", Arrays.asList(words))
              + " ended with "
              + exit
              + " instead of "
              + expected
              + "; the nodes stay as they are, plumb lab down removes them");
    }
  }
}
