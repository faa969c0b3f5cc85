package dev.plumbline.controller.cli;

import dev.plumbline.inventory.InventoryFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code plumb init}: writes a first inventory, never over one that is there. */
final class InitVerb implements Verb {
  @Override
  public int run(Invocation invocation) {
    String name = invocation.arguments().operand(0).orElse(InventoryFile.DEFAULT_NAME);
    Path file = invocation.surroundings().caller().directory().resolve(name);
    if (Files.isDirectory(file)) {
      file = file.resolve(InventoryFile.DEFAULT_NAME);
    }
    try {
      Files.write(file, first(), java.nio.file.StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      throw Trouble.of(
          file + " is there already, and stays as it is", "name another file: plumb init FILE", e);
    } catch (IOException e) {
      throw Trouble.of("cannot write " + file + ": " + e.getMessage(), "", e);
    }
    Output output = invocation.output();
    output.line("Wrote " + file + ".");
    output.line("Put your machines in, then: plumb check, plumb plan, plumb apply");
    return ExitCode.CONVERGED;
  }

  private static byte[] first() {
    try (InputStream in = InitVerb.class.getResourceAsStream("first-inventory.yaml")) {
      if (in == null) {
        throw new IllegalStateException("this program lacks first-inventory.yaml");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read a resource of this program", e);
    }
  }
}
