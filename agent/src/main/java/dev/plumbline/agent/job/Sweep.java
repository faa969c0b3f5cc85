package dev.plumbline.agent.job;

import dev.plumbline.agent.job.look.Remains;
import dev.plumbline.agent.job.report.Trouble;
import dev.plumbline.agent.job.unit.Signals;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import dev.plumbline.resources.host.processes.Command;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Ends all that a job has left on a node, and looks afterwards whether anything is left. */
final class Sweep {
  private static final int ROUNDS = 20;
  private static final long PAUSE_MILLIS = 100;

  /** A user may have left more than one command line can name, or one report can tell. */
  private static final int AT_ONCE = 500;

  private static final int MOST_TOLD = 20;
  private final Site site;
  private final String job;

  Sweep(Site site, String job) {
    this.site = site;
    this.job = job;
  }

  static String program(String job) {
    return "plumbline-job-" + job + ".service";
  }

  static String orted(String job, String relay) {
    return "plumbline-orted-" + job + "-" + relay + ".service";
  }

  /** The names of all units that a job may have. */
  static Pattern units(String job) {
    String number = Pattern.quote(job);
    return Pattern.compile("plumbline-(job-" + number + "|orted-" + number + "-.*)\\.service");
  }

  /** The units of a job that are there. */
  static List<String> units(Site site, String job) throws Failure {
    List<String> units = new ArrayList<>(site.units().names(program(job)));
    units.addAll(site.units().names(orted(job, "*")));
    return units;
  }

  /** Kills everything in the units of the job; how their programs ended stays known. */
  void kill() throws Failure {
    for (String unit : units(site, job)) {
      site.units().kill(unit);
    }
    site.host().spark().remove(job); // It outlives the command that started it.
  }

  /** Forgets the units of the job. */
  void removeUnits() throws Failure {
    for (String unit : units(site, job)) {
      site.units().remove(unit);
    }
    site.host().spark().remove(job);
  }

  /**
   * Ends and removes everything.
   *
   * @param name of the job's user
   * @param alone whether no other job of this user is on the node
   * @return what is left all the same
   */
  List<Trouble> run(String name, boolean alone) throws Failure, InterruptedException {
    removeUnits();
    Accounts.User user = site.user(name);
    List<Remains.Left> left = killProcesses(user);
    List<Trouble> problems = new ArrayList<>();
    for (Remains.Left process : left) {
      problems.add(
          new Trouble(
              process + " cannot be ended on " + site.node(),
              "look why on the node (ps -o stat,wchan " + process.pid() + "), or restart it"));
    }
    if (alone && !Remains.launching(site.host().remains().processes(user.uid()))) {
      problems.addAll(removeFiles(user));
    }
    for (String unit : units(site, job)) {
      problems.add(
          new Trouble(
              unit + " is still there on " + site.node(),
              "end it with 'systemctl stop " + unit + "'"));
    }
    return problems;
  }

  private List<Remains.Left> killProcesses(Accounts.User user)
      throws Failure, InterruptedException {
    List<Remains.Left> left = ours(user);
    for (int i = 0; i < ROUNDS && !left.isEmpty(); i++) {
      for (Remains.Left process : left) {
        Signals.send(process.pid(), Signals.KILL);
      }
      Thread.sleep(PAUSE_MILLIS);
      left = ours(user);
    }
    return left;
  }

  private List<Remains.Left> ours(Accounts.User user) throws Failure {
    return site.host().remains().processes(user.uid()).stream()
        .filter(process -> process.job().equals(job))
        .toList();
  }

  /**
   * As the user, because everything on the way is the user's: root would follow what the user puts
   * there.
   */
  private List<Trouble> removeFiles(Accounts.User user) throws Failure {
    List<Path> files = site.host().remains().files(user.uid());
    for (int i = 0; i < files.size(); i += AT_ONCE) {
      remove(user, files.subList(i, Math.min(files.size(), i + AT_ONCE)));
    }
    return site.host().remains().files(user.uid()).stream()
        .limit(MOST_TOLD)
        .map(file ->
            new Trouble(
                file + " is still there on " + site.node(), "remove it, and look what it is"))
        .toList();
  }

  private void remove(Accounts.User user, List<Path> files) throws Failure {
    List<String> rm = new ArrayList<>(List.of("/bin/rm", "-rf", "--one-file-system", "--"));
    files.forEach(file -> rm.add(file.toString()));
    Launch launch = Launch.as(user, rm, Map.of(), List.of());
    site.host().processes().run(Command.of(launch.command().toArray(String[]::new)));
  }
}
