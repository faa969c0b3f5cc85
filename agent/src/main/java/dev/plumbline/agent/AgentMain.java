package dev.plumbline.agent;

import dev.plumbline.agent.dbus.SystemBus;
import dev.plumbline.agent.dbus.Systemd1;
import dev.plumbline.agent.guard.TransientGuardUnits;
import dev.plumbline.agent.guard.Unconfirmed;
import dev.plumbline.agent.identity.Identity;
import dev.plumbline.agent.install.Installation;
import dev.plumbline.agent.install.Layout;
import dev.plumbline.agent.install.StatusReport;
import dev.plumbline.agent.install.Unpacked;
import dev.plumbline.agent.service.JournalLog;
import dev.plumbline.resources.Failure;
import java.nio.file.Path;

/** The agent's verbs. */
public final class AgentMain {
  private static final String USAGE =
      "usage: plumbline-agent csr --node NAME | install | remove | status | run";
  private static final Layout LAYOUT = new Layout(Path.of("/"));

  private AgentMain() {}

  /** Ends with 0, or with 1 and one line on standard error. */
  public static void main(String[] arguments) {
    try {
      run(arguments);
    } catch (Failure failure) {
      System.err.println("plumbline-agent: " + failure.getMessage() + "; " + failure.remedy());
      System.exit(1);
    }
  }

  private static void run(String[] arguments) throws Failure {
    switch (String.join(" ", arguments).split(" ")[0]) {
      case "csr" -> {
        if (arguments.length != 3 || !arguments[1].equals("--node")) {
          throw usage();
        }
        System.out.print(new Identity(LAYOUT.identity()).request(arguments[2]));
      }
      case "install" -> installation().install(System.in, Unpacked.current());
      case "remove" ->
          installation()
              .remove()
              .forEach(id -> System.out.println("undone, for it was not confirmed yet: " + id));
      case "status" -> System.out.println(StatusReport.of(LAYOUT, Unpacked.current()));
      case "run" -> {
        JournalLog.install(System.err);
        new Agent(LAYOUT, Unpacked.current()).start();
      }
      case "train" -> train(Path.of(arguments[1]));
      default -> throw usage();
    }
  }

  /** Only the build calls this: see the start script. */
  private static void train(Path root) throws Failure {
    try {
      new Agent(new Layout(root), Unpacked.current()).train();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Installation installation() {
    Systemd1 systemd = new Systemd1(new SystemBus(HostPorts.SYSTEM_BUS));
    return new Installation(
        LAYOUT,
        systemd,
        new Unconfirmed(LAYOUT.guards(), new TransientGuardUnits(systemd), System::nanoTime));
  }

  private static Failure usage() {
    return new Failure("these arguments mean nothing", USAGE);
  }
}
