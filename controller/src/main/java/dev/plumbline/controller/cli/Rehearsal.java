package dev.plumbline.controller.cli;

import dev.plumbline.controller.cli.screen.Terminal;
import dev.plumbline.controller.client.rpc.AgreeableController;
import dev.plumbline.inventory.Caller;
import dev.plumbline.inventory.InventoryFile;
import dev.plumbline.inventory.InventoryLoader;
import dev.plumbline.inventory.InventoryResult;
import dev.plumbline.resources.ResourceTypes;
import dev.plumbline.resources.value.Problems;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the launcher records the command line's AOT cache from: the commands that are called most,
 * in one process, for inventories whose nodes are all what they must be. Reads the inventories and
 * copies of them with a local file, talks to a controller within this process, and leaves nothing
 * behind.
 */
final class Rehearsal {
  private static final Terminal SCREEN = Terminal.unmeasured(true);

  private final Surroundings surroundings;

  private Rehearsal(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /**
   * @param inventories files
   */
  public static void main(String[] inventories) throws IOException {
    Path runtime = Files.createTempDirectory("plumb");
    try {
      Surroundings own = Surroundings.ofThisProcess();
      Map<String, String> environment = new HashMap<>(own.caller().environment());
      environment.put("XDG_RUNTIME_DIR", runtime.toString());
      Caller caller = new Caller(own.caller().directory(), own.caller().home(), environment);
      InventoryLoader loader = new InventoryLoader(caller, ResourceTypes.standard());
      for (String inventory : inventories) {
        if (loader.find(Optional.of(inventory)) instanceof InventoryResult.Loaded loaded) {
          try (Stage stage = Stage.of(loaded.inventory())) {
            for (Terminal terminal : List.of(Terminal.NONE, SCREEN)) {
              new Rehearsal(around(own, caller, terminal)).rehearse(stage.inventory().toString());
            }
          }
        }
      }
    } finally {
      Files.delete(runtime);
    }
    Runtime.getRuntime().halt(0);
  }

  private static Surroundings around(Surroundings own, Caller caller, Terminal terminal) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Surroundings(
        caller,
        terminal,
        nowhere,
        own.err(),
        own.monotonicMs(),
        own.now(),
        own.zone(),
        new BackgroundControllers(caller.environment()));
  }

  private void rehearse(String inventory) throws IOException {
    Optional<InventoryFile> file =
        InventoryFile.find(Optional.of(inventory), surroundings.caller(), new Problems());
    if (file.isEmpty()) {
      return;
    }
    // Without a runtime directory, as root has none; what is asked then is worth keeping, too.
    var _ = StatePlace.of(file.get(), Map.of());
    Path socket = StatePlace.of(file.get(), surroundings.caller().environment()).socket();
    try (AgreeableController _ =
        AgreeableController.start(socket, System.getProperty("plumbline.build", ""))) {
      for (String command : List.of("check", "apply", "apply", "plan", "drift", "status")) {
        new Plumb(surroundings).run(List.of(command, inventory));
      }
    } finally {
      Files.deleteIfExists(socket);
    }
  }
}
