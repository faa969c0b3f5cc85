package dev.plumbline.agent.host.keypairs;

import dev.plumbline.resources.Failure;
import dev.plumbline.resources.host.keypairs.KeyPairs;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.host.processes.Processes;
import dev.plumbline.resources.host.processes.Result;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes key pairs with ssh-keygen(1), which runs as the user: what it writes belongs to the user,
 * and it can write nothing that the user cannot.
 */
public final class SshKeygen implements KeyPairs {
  private static final Duration SLOW_RANDOM_NUMBERS = Duration.ofMinutes(3);
  private static final String RSA_BITS = "4096";
  private static final String REMEDY = "Try it by hand on the node, as that user.";

  private final Processes processes;

  public SshKeygen(Processes processes) {
    this.processes = processes;
  }

  @Override
  public void make(String user, String type, Path path) throws Failure {
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new Failure(
          "cannot make a key pair in " + path + ": it is there already", "Apply again.");
    }
    List<String> arguments =
        new ArrayList<>(List.of("-q", "-t", type, "-N", "", "-C", user, "-f", path.toString()));
    if (type.equals("rsa")) {
      arguments.addAll(List.of("-b", RSA_BITS));
    }
    run(user, arguments);
    publish(user, publicKey(path));
  }

  @Override
  public void restorePublicKey(String user, Path path) throws Failure {
    Result derived = run(user, List.of("-y", "-P", "", "-f", path.toString()));
    Path publicKey = publicKey(path);
    processes.mustRun(
        asUser(user, List.of("tee", publicKey.toString())).withInput(derived.out()), REMEDY);
    publish(user, publicKey);
  }

  private static Path publicKey(Path privateKey) {
    return privateKey.resolveSibling(privateKey.getFileName() + ".pub");
  }

  /** The agent lets nobody read what its programs make; a public key is for everybody. */
  private void publish(String user, Path publicKey) throws Failure {
    processes.mustRun(asUser(user, List.of("chmod", "0644", publicKey.toString())), REMEDY);
  }

  private Result run(String user, List<String> arguments) throws Failure {
    List<String> command = new ArrayList<>(List.of("ssh-keygen"));
    command.addAll(arguments);
    return processes.mustRun(asUser(user, command).within(SLOW_RANDOM_NUMBERS), REMEDY);
  }

  private static Command asUser(String user, List<String> command) {
    List<String> all = new ArrayList<>(List.of("runuser", "-u", user, "--"));
    all.addAll(command);
    return Command.of(all.toArray(String[]::new));
  }
}
