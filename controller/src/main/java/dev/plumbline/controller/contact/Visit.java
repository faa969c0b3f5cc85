package dev.plumbline.controller.contact;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** First contact with one node, from phase to phase. */
final class Visit implements AutoCloseable {
  private final Target target;
  private final Path directory;
  private final Witness witness;
  private @Nullable Line line;
  private HostKeys.@Nullable Shown unknownKey;
  private @Nullable ContactException failure;

  /**
   * @param directory private to this user and this node
   */
  Visit(Target target, Path directory, Witness witness) {
    this.target = target;
    this.directory = directory;
    this.witness = witness;
  }

  Target target() {
    return target;
  }

  Optional<Line> line() {
    return Optional.ofNullable(line);
  }

  /** A key that must be accepted before the node can be reached. */
  Optional<HostKeys.Shown> unknownKey() {
    return Optional.ofNullable(unknownKey);
  }

  Optional<ContactException> failure() {
    return Optional.ofNullable(failure);
  }

  boolean isOpen() {
    return line != null && failure == null;
  }

  /** One phase of a visit; its failure ends the visit, and no other. */
  @FunctionalInterface
  interface Phase {
    void run() throws IOException, InterruptedException, ContactException;
  }

  void attempt(Phase phase) {
    try {
      phase.run();
    } catch (ContactException e) {
      fail(e);
    } catch (IOException e) {
      fail(
          ContactException.wrong(
              "this machine could not run what first contact needs: " + e.getMessage(),
              "check that OpenSSH's client is installed"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(ContactException.unreached("interrupted", "run the command again"));
    }
  }

  void fail(ContactException e) {
    failure = e;
    witness.failed(target.node(), e);
  }

  void open(Optional<String> password) throws IOException, InterruptedException, ContactException {
    unknownKey = null;
    if (target.isLocal()) {
      line = LocalLine.open();
      return;
    }
    witness.working(target.node(), "connecting to " + target.shown());
    switch (SshLine.open(target, directory, password)) {
      case SshLine.Attempt.Open open -> line = open.line();
      case SshLine.Attempt.Refused refused -> {
        if (SshTrouble.isUnknownHostKey(refused.said())) {
          unknownKey = HostKeys.ask(target, directory).orElse(null);
        }
        if (unknownKey == null) {
          throw SshTrouble.of(target, password.isPresent(), refused.said());
        }
      }
    }
  }

  @Override
  public void close() {
    if (line != null) {
      line.close();
    }
  }
}
