package dev.plumbline.controller.rpc.agents;

import dev.plumbline.controller.kinds.Kinds;
import dev.plumbline.proto.v1.Hello;
import dev.plumbline.proto.v1.Kind;

/** What agents say first. */
public final class Hellos {
  private Hellos() {}

  /** An agent of this build, on a machine with that id, at a start of its own. */
  public static Hello.Builder of(String node, String machineId) {
    Hello.Builder hello =
        Hello.newBuilder()
            .setNode(node)
            .setMachineId(machineId)
            .setBootId("boot")
            .setInstance(node + " on " + machineId)
            .setBuild("b1")
            .setHostKey("SHA256:" + machineId);
    Kinds.versions()
        .forEach((kind, version) ->
            hello.addKinds(Kind.newBuilder().setName(kind).setSchemaVersion(version)));
    return hello;
  }
}
