package dev.plumbline.controller.contact;

import dev.plumbline.controller.contact.Questions.UnknownHost;
import dev.plumbline.controller.contact.Questions.Verdict;
import dev.plumbline.inventory.connect.PasswordSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** First contact with several nodes at once; what must be asked is asked once for all of them. */
final class Visits implements AutoCloseable {
  private static final int AT_ONCE = 16;

  private final Path directory;
  private final Questions questions;
  private final Secrets secrets;
  private final List<Visit> visits = new ArrayList<>();
  private final Map<String, String> sudoPasswords = new HashMap<>();

  Visits(List<Target> targets, Questions questions, Secrets secrets, Witness witness)
      throws IOException {
    this.questions = questions;
    this.secrets = secrets;
    this.directory = Files.createTempDirectory("plumb");
    for (Target target : targets) {
      Path own = Files.createDirectory(directory.resolve(Integer.toString(visits.size())));
      visits.add(new Visit(target, own, witness));
    }
  }

  List<Visit> all() {
    return visits;
  }

  /** Opens as many lines as can be opened, with every question that this takes. */
  void open() {
    Map<String, String> passwords = sshPasswords();
    openAll(visits.stream().filter(visit -> visit.failure().isEmpty()).toList(), passwords);
    List<Visit> strangers =
        visits.stream().filter(visit -> visit.unknownKey().isPresent()).toList();
    if (!strangers.isEmpty() && accepted(strangers)) {
      openAll(strangers, passwords);
    }
    askForSudo();
  }

  private void openAll(List<Visit> some, Map<String, String> passwords) {
    each(
        some,
        visit ->
            visit.attempt(
                () -> visit.open(Optional.ofNullable(passwords.get(visit.target().node())))));
  }

  /** Passwords by node; a node that needs one and has none has failed. */
  private Map<String, String> sshPasswords() {
    Map<String, String> passwords = new HashMap<>();
    List<Visit> ask = new ArrayList<>();
    for (Visit visit : visits) {
      Optional<PasswordSource> source = visit.target().connect().password();
      if (source.isPresent() && !visit.target().isLocal()) {
        fetch(visit, "password", source.get(), passwords, ask);
      }
    }
    answer(ask, questions::sshPassword, "password", passwords);
    return passwords;
  }

  private void askForSudo() {
    List<Visit> ask = new ArrayList<>();
    for (Visit visit : visits) {
      if (visit.isOpen()
          && Root.needsPassword(visit.target(), visit.line().orElseThrow().probe())) {
        PasswordSource source =
            visit.target().connect().becomePassword().orElse(new PasswordSource.Ask());
        fetch(visit, "become_password", source, sudoPasswords, ask);
      }
    }
    answer(ask, questions::sudoPassword, "become_password", sudoPasswords);
  }

  private void fetch(
      Visit visit, String key, PasswordSource source, Map<String, String> found, List<Visit> ask) {
    visit.attempt(() ->
        secrets
            .fetch(key, source)
            .ifPresentOrElse(
                password -> found.put(visit.target().node(), password), () -> ask.add(visit)));
  }

  private static void answer(
      List<Visit> ask,
      java.util.function.Function<List<String>, Optional<String>> question,
      String key,
      Map<String, String> found) {
    if (ask.isEmpty()) {
      return;
    }
    Optional<String> password =
        question.apply(ask.stream().map(visit -> visit.target().node()).toList());
    for (Visit visit : ask) {
      if (password.isPresent()) {
        found.put(visit.target().node(), password.get());
      } else {
        visit.fail(
            ContactException.wrong(
                key + " must be asked, and there is no terminal",
                "set '"
                    + key
                    + ": env:NAME' or 'file:PATH' in connect, or run plumb in a terminal"));
      }
    }
  }

  private boolean accepted(List<Visit> strangers) {
    List<UnknownHost> hosts =
        strangers.stream()
            .map(visit ->
                new UnknownHost(
                    visit.target().node(),
                    visit.target().host(),
                    visit.unknownKey().orElseThrow().fingerprint()))
            .toList();
    Verdict verdict = questions.hostKeys(hosts);
    for (Visit visit : strangers) {
      HostKeys.Shown key = visit.unknownKey().orElseThrow();
      if (verdict == Verdict.ACCEPTED) {
        visit.attempt(() -> HostKeys.remember(visit.target(), key));
      } else {
        visit.fail(
            ContactException.unreached(
                "ssh to "
                    + visit.target().shown()
                    + ": the host key is not known: "
                    + key.fingerprint(),
                verdict == Verdict.REFUSED
                    ? "find out which key is the right one"
                    : "compare it with the node's, then accept it with --accept-host-key"));
      }
    }
    return verdict == Verdict.ACCEPTED;
  }

  /** Becomes root on a node whose line is open. */
  Root root(Visit visit) throws IOException, InterruptedException, ContactException {
    return Root.on(
        visit.target(),
        visit.line().orElseThrow(),
        Optional.ofNullable(sudoPasswords.get(visit.target().node())));
  }

  /** Does something with several visits at once, and waits for all. */
  static void each(List<Visit> some, Consumer<Visit> work) {
    Semaphore free = new Semaphore(AT_ONCE);
    List<Thread> threads = new ArrayList<>();
    for (Visit visit : some) {
      threads.add(
          Thread.ofVirtual()
              .start(() -> {
                free.acquireUninterruptibly();
                try {
                  work.accept(visit);
                } finally {
                  free.release();
                }
              }));
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        threads.forEach(Thread::interrupt);
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    visits.forEach(Visit::close);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
