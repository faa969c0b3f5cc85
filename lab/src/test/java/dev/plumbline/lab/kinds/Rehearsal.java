package dev.plumbline.lab.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.node.LabNode;
import dev.plumbline.resources.Change;
import dev.plumbline.resources.Failure;
import dev.plumbline.resources.Progress;
import dev.plumbline.resources.ResourceType;
import dev.plumbline.resources.addresses.AddressObservation;
import dev.plumbline.resources.addresses.AddressResource;
import dev.plumbline.resources.addresses.AddressSpec;
import dev.plumbline.resources.codec.JsonReader;
import dev.plumbline.resources.guard.Guard;
import dev.plumbline.resources.host.processes.Command;
import dev.plumbline.resources.value.Problems;
import java.nio.file.Path;
import java.util.List;

/** A change of an interface, and the undoing of it as its guard says, without an agent. */
final class Rehearsal {
  private static final ResourceType<AddressSpec> TYPE = AddressResource.TYPE;
  private final LabNode node;
  private final AddressSpec spec;
  private final AddressResource resource;
  private final AddressObservation observed;
  private final List<Change> changes;
  private final Guard guard;

  /**
   * @param json the spec of enp0s8
   */
  Rehearsal(LabNode node, String json) throws Failure {
    this.node = node;
    this.spec =
        TYPE.codec()
            .decode("enp0s8", JsonReader.read(json, "rehearsal"), new Problems())
            .orElseThrow();
    this.resource = (AddressResource) TYPE.factory().apply(new NodePorts(node));
    this.observed = resource.observe(spec);
    this.changes = resource.diff(spec, observed);
    this.guard = resource.guard(spec, observed, changes);
  }

  /** Keeps the files, and makes the change. */
  void change() throws Failure {
    for (Path file : guard.files()) {
      node.exec("cp --archive " + file + " /run/kept-" + file.getFileName());
    }
    resource.apply(spec, observed, changes, Progress.SILENT);
  }

  /** Puts the files back, and runs the programs. */
  void undo() {
    for (Path file : guard.files()) {
      String kept = "/run/kept-" + file.getFileName();
      node.run(
          "rm --force " + file + "; if [ -e " + kept + " ]; then mv " + kept + " " + file + "; fi");
    }
    for (Command command : guard.restore()) {
      assertThat(node.exec(command.toString()).ok()).as(command.toString()).isTrue();
    }
  }
}
