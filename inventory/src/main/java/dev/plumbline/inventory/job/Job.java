package dev.plumbline.inventory.job;

import java.util.List;
import java.util.Optional;

/**
 * A job, checked against the inventory and against the files of this machine.
 *
 * @param user who it runs as
 * @param network the network of the inventory for MPI
 * @param program the jars, or the Python program; empty for a command
 * @param source the job file as the user named it; empty if there is none
 * @param text the job file as it was read; empty if there is none
 */
public record Job(
    JobDocument document,
    JobNodes nodes,
    String user,
    Optional<String> network,
    List<LocalFile> program,
    List<InputFiles> inputs,
    String source,
    String text) {
  public Job {
    program = List.copyOf(program);
    inputs = List.copyOf(inputs);
  }
}
