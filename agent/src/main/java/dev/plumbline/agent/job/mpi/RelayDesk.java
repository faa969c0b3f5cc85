package dev.plumbline.agent.job.mpi;

import dev.plumbline.agent.job.order.Exit;
import dev.plumbline.resources.Failure;
import java.util.concurrent.CompletableFuture;

/** Takes what mpirun asks for. */
@FunctionalInterface
public interface RelayDesk {
  /**
   * An orted that is on its way, or runs.
   *
   * @param exit completed when it has ended, however long that takes
   */
  record Accepted(String relay, CompletableFuture<Exit> exit) {}

  /**
   * Accepts a request, a new one or one whose connection was lost.
   *
   * @param uid of the process that asks
   * @throws Failure if that process may not ask for it
   */
  Accepted accept(RelayRequest request, long uid) throws Failure;
}
