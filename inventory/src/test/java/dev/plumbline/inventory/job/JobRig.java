package dev.plumbline.inventory.job;

import dev.plumbline.inventory.Caller;
import dev.plumbline.inventory.Inventory;
import dev.plumbline.inventory.InventoryLoader;
import dev.plumbline.inventory.InventoryResult;
import dev.plumbline.resources.ResourceTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** A directory with an inventory and job files. */
final class JobRig {
  static final String INVENTORY =
      """
      cluster: beowulf
      jobs: {user: mpihpc, network: 192.168.56.0/24}
      nodes:
        master:  {address: 192.168.56.10, slots: 2}
        worker1: {address: 192.168.56.11, slots: 2}
        worker2: {address: 192.168.56.12, slots: 2}
      groups:
        workers: {nodes: [worker1, worker2]}
      """;

  final Path directory;

  JobRig(Path directory) {
    this.directory = directory;
  }

  JobRig write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
    return this;
  }

  /** A jar with classes of no content. */
  JobRig jar(String name, String... classes) throws IOException {
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(directory.resolve(name)))) {
      jar.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
      for (String each : classes) {
        jar.putNextEntry(new ZipEntry(each.replace('.', '/') + ".class"));
      }
    }
    return this;
  }

  JobResult load(String job, JobChanges changes) throws IOException {
    return loader(changes).load(job);
  }

  Job job(String text, JobChanges changes) throws IOException {
    write("job.yaml", text);
    return loaded(load("job.yaml", changes));
  }

  Job program(JobChanges changes, String... command) throws IOException {
    return loaded(loader(changes).program(List.of(command)));
  }

  private static Job loaded(JobResult result) {
    return switch (result) {
      case JobResult.Loaded loaded -> loaded.job();
      case JobResult.Invalid invalid -> throw new AssertionError(invalid.problems());
    };
  }

  private JobLoader loader(JobChanges changes) throws IOException {
    if (!Files.exists(directory.resolve("inventory.yaml"))) {
      write("inventory.yaml", INVENTORY);
    }
    Caller caller = new Caller(directory, directory.resolve("home"), Map.of("USER", "somebody"));
    return new JobLoader(caller, inventory(caller), changes);
  }

  private static Inventory inventory(Caller caller) {
    return switch (new InventoryLoader(caller, ResourceTypes.standard()).find(Optional.empty())) {
      case InventoryResult.Loaded loaded -> loaded.inventory();
      case InventoryResult.Invalid invalid -> throw new AssertionError(invalid.problems());
    };
  }
}
