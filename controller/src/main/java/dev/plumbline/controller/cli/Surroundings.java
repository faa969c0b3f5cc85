package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.screen.Terminal;
import dev.plumbline.inventory.Caller;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Everything outside that a command touches, so that a test can put its own there.
 *
 * @param caller working directory, home and environment
 * @param monotonicMs a clock that never jumps
 * @param now the time of day
 * @param zone where people read times
 * @param controllers finds, starts and ends controllers
 */
record Surroundings(
    Caller caller,
    Terminal terminal,
    PrintStream out,
    PrintStream err,
    LongSupplier monotonicMs,
    Supplier<Instant> now,
    Supplier<ZoneId> zone,
    Controllers controllers) {

  private static final int BUFFER = 1 << 16;

  /** Those of this process. */
  static Surroundings ofThisProcess() {
    Caller caller = Caller.current();
    return new Surroundings(
        caller,
        Terminal.ofThisProcess(),
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        () -> System.nanoTime() / 1_000_000,
        Instant::now,
        ZoneId::systemDefault,
        new BackgroundControllers(caller.environment()));
  }

  /** UTF-8 whatever the locale says: the marks that we print have no other form. */
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(
        new java.io.BufferedOutputStream(new FileOutputStream(descriptor), BUFFER),
        false,
        StandardCharsets.UTF_8);
  }
}
