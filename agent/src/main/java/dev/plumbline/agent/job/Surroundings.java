package dev.plumbline.agent.job;

import dev.plumbline.agent.job.order.Java;
import dev.plumbline.agent.job.order.Place;
import dev.plumbline.agent.job.order.Work;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.accounts.Accounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the processes of a job find round them on a node. */
final class Surroundings {
  private static final String PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
  private final String job;
  private final Work work;
  private final Folder folder;

  Surroundings(String job, Work work, Folder folder) {
    this.job = job;
    this.work = work;
    this.folder = folder;
  }

  /** The environment on a node; ours wins over the job's, the secrets over both. */
  Map<String, String> environment(
      Accounts.User user, String node, long generation, Map<String, String> secrets)
      throws Failure {
    Map<String, String> all = new TreeMap<>();
    all.put("PATH", PATH);
    all.put("HOME", user.home());
    all.put("USER", user.name());
    all.put("LOGNAME", user.name());
    all.put("SHELL", user.shell());
    all.put("LANG", "C.UTF-8");
    Texts texts = new Texts(work, folder, job);
    for (Map.Entry<String, String> variable : work.env().entrySet()) {
      all.put(variable.getKey(), texts.fill(variable.getValue()));
    }
    all.putAll(ours(node, generation));
    all.putAll(secrets);
    return all;
  }

  private Map<String, String> ours(String node, long generation) {
    Map<String, String> ours = new TreeMap<>();
    ours.put("PLUMB_JOB_ID", job);
    ours.put("PLUMB_NODE", node);
    List<Place> places = work.places();
    for (int i = 0; i < places.size(); i++) {
      if (places.get(i).node().equals(node)) {
        ours.put("PLUMB_NODE_RANK", Integer.toString(i));
        ours.put("PLUMB_SLOTS", Integer.toString(places.get(i).slots()));
      }
    }
    ours.put("PLUMB_NUM_NODES", Integer.toString(places.size()));
    ours.put("PLUMB_NODES", each(Place::node));
    ours.put("PLUMB_NODE_IPS", each(Place::address));
    ours.put("PLUMB_HEAD_IP", places.getFirst().address());
    ours.put("PLUMB_RANKS", Integer.toString(work.allRanks()));
    ours.put("PLUMB_HOSTFILE", folder.hostfile().toString());
    ours.put("PLUMB_OUTPUTS", folder.outputs().toString());
    ours.put("PLUMB_WORK", folder.work().toString());
    ours.put("PLUMB_GENERATION", Long.toString(generation));
    work.inputs()
        .forEach(input ->
            ours.put(
                "PLUMB_INPUT_"
                    + input.name().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_"),
                folder.input(input).toString()));
    return ours;
  }

  private String each(Function<Place, String> what) {
    return work.places().stream().map(what).collect(Collectors.joining(","));
  }

  /**
   * The program of the job, with its texts filled in.
   *
   * @param java the program {@code java} of the runtime that was brought along
   * @param libraries where the JVM finds the library of MPI
   */
  List<String> program(String java, String libraries) throws Failure {
    Texts texts = new Texts(work, folder, job);
    List<String> words = new ArrayList<>();
    if (work.java().isPresent()) {
      Java program = work.java().get();
      // mpirun would change the arguments of a program that is called java.
      words.addAll(List.of("/usr/bin/env", java, "--enable-native-access=ALL-UNNAMED"));
      if (!libraries.isEmpty()) {
        words.add("-Djava.library.path=" + libraries);
      }
      for (String option : program.options()) {
        words.add(texts.fill(option));
      }
      words.add("-cp");
      words.add(
          program.classPath().stream()
              .map(file -> folder.program().resolve(file.path()).toString())
              .collect(Collectors.joining(":")));
      words.add(program.main());
    }
    for (String word : work.command()) {
      words.add(texts.fill(word));
    }
    return words;
  }
}
