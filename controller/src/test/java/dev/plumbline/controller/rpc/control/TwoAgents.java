package dev.plumbline.controller.rpc.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.Rig;
import dev.plumbline.controller.rpc.agents.Hellos;
import dev.plumbline.controller.rpc.agents.JobAgent;
import dev.plumbline.proto.v1.Bundle;
import java.nio.file.Path;

/** A controller with an inventory that was applied to two agents that a test plays. */
record TwoAgents(Rig rig, JobAgent master, JobAgent worker) implements AutoCloseable {
  /**
   * @param bundle of the nodes master and worker1
   */
  static TwoAgents start(Path directory, Bundle bundle) {
    Rig rig = Rig.start(directory);
    TwoAgents two =
        new TwoAgents(
            rig, connect(rig, bundle, "master", "m1"), connect(rig, bundle, "worker1", "m2"));
    assertThat(new Commands(rig).apply(bundle).exitCode()).isZero();
    return two;
  }

  private static JobAgent connect(Rig rig, Bundle bundle, String node, String machine) {
    return JobAgent.connect(rig.sign(bundle, node, machine), Hellos.of(node, machine).build());
  }

  @Override
  public void close() {
    master.close();
    worker.close();
    rig.close();
  }
}
