package dev.plumbline.bench;

import dev.plumbline.lab.machine.Command;
import dev.plumbline.lab.machine.Finished;
import dev.plumbline.lab.machine.LabProblem;
import dev.plumbline.lab.node.Access;
import dev.plumbline.lab.node.LabNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Measures how long files take to three nodes: as an input of a job, with rsync and with scp; new
 * content and the same again; turn by turn.
 */
public final class Transfer implements AutoCloseable {
  private static final Executor EACH = task -> Thread.ofVirtual().start(task);
  private static final String THERE = "/home/" + Access.USER + "/";
  private static final String EMPTY =
      "cd /home/$1 && rm -rf rsync scp && install -d -o $1 -g $1 rsync scp";

  private final JobLab lab;
  private final Path key;
  private final Random random = new Random();
  private final Figures figures = new Figures("seconds", 2);

  private Transfer(Path home) throws IOException {
    this.lab = new JobLab(home, "transfer");
    this.key = Files.createTempDirectory("bench").resolve("id_ed25519");
    Command.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString())
        .output("making a key");
    String line = Files.readString(Path.of(key + ".pub")).strip();
    for (LabNode node : lab.lab().nodes()) {
      node.run(
          "install -d -m 0700 -o $1 -g $1 /home/$1/.ssh && echo \"$2\" >/home/$1/.ssh/authorized_keys"
              + " && chown $1: /home/$1/.ssh/*",
          Access.USER,
          line);
    }
  }

  /** Argument: how many rounds. */
  public static void main(String[] arguments) throws IOException {
    int rounds = Integer.parseInt(arguments[0]);
    if (!Command.exists("rsync")) {
      System.out.println("rsync is missing: apt-get install rsync");
      Command.of("apt-get", "install", "-y", "-q", "--no-install-recommends", "rsync")
          .output("installing rsync");
    }
    try (Transfer transfer = new Transfer(Path.of("").toAbsolutePath())) {
      transfer.run(rounds).forEach(System.out::println);
    } catch (LabProblem e) {
      System.err.println("bench: " + e.getMessage());
      System.exit(1);
    }
  }

  private List<String> run(int rounds) throws IOException {
    lab.run("transfer.yaml", List.of("--set", "payload=transfer.yaml")); // Fills caches.
    for (int i = 0; i < rounds; i++) {
      for (Payload payload : Payload.values()) {
        lab.lab().nodes().forEach(node -> node.run(EMPTY, Access.USER));
        payload.renew(lab.directory().resolve(payload.path()), random);
        for (String content : List.of("new", "the same again")) {
          String what = payload.title() + ", " + content + ": ";
          job(what, payload);
          add(what + "rsync", onEach(node -> rsync(payload, node)));
          add(what + "scp", onEach(node -> scp(payload, node)));
        }
      }
    }
    return figures.lines();
  }

  private void job(String what, Payload payload) {
    long begun = System.nanoTime();
    Finished finished =
        lab.run("transfer.yaml", List.of("--set", "payload=" + payload.path(), "--output", "json"));
    double wall = (System.nanoTime() - begun) / 1e9;
    add(what + "plumb run, sent", TimeLine.of(finished).seconds("sending", "checking"));
    add(what + "plumb run, the whole command", wall);
  }

  private void add(String figure, double seconds) {
    System.out.println(figure + ": " + figures.text(seconds) + " s");
    figures.add(figure, seconds);
  }

  /** What brings something to one node. */
  private interface Sending {
    Command to(LabNode node);
  }

  /** Seconds for all nodes at once. */
  private double onEach(Sending sending) {
    long begun = System.nanoTime();
    List<CompletableFuture<Finished>> all = new ArrayList<>();
    for (LabNode node : lab.lab().nodes()) {
      all.add(CompletableFuture.supplyAsync(() -> sending.to(node).run(), EACH));
    }
    List<Finished> finished = all.stream().map(CompletableFuture::join).toList();
    double seconds = (System.nanoTime() - begun) / 1e9;
    for (Finished one : finished) {
      if (!one.ok()) {
        throw new LabProblem("a node did not get its files: " + one.lastWords());
      }
    }
    return seconds;
  }

  private Command rsync(Payload payload, LabNode node) {
    return Command.of("rsync", "-a", "-e", "ssh " + String.join(" ", options()))
        .and(lab.directory().resolve(payload.path()).toString(), target(node) + "rsync/");
  }

  private Command scp(Payload payload, LabNode node) {
    return Command.of("scp", "-q", "-r")
        .and(options())
        .and(lab.directory().resolve(payload.path()).toString(), target(node) + "scp/");
  }

  private static String target(LabNode node) {
    return Access.USER + "@" + node.address() + ":" + THERE;
  }

  private List<String> options() {
    return List.of(
        "-F",
        "/dev/null",
        "-i",
        key.toString(),
        "-oBatchMode=yes",
        "-oUserKnownHostsFile=" + lab.lab().access().knownHosts());
  }

  @Override
  public void close() {
    lab.close();
  }
}
