package dev.plumbline.controller.rpc.control;

import dev.plumbline.controller.model.Bundle;
import dev.plumbline.controller.rpc.wire.Bundles;
import dev.plumbline.proto.v1.Description;
import dev.plumbline.proto.v1.Input;
import java.util.List;
import java.util.Optional;

/**
 * The last bundle that came, and what it was made of. It may hold secrets, and so it is kept in
 * memory and nowhere else.
 */
final class LastBundle {
  /** A larger one is not kept, in bytes on the wire: it would be most of the controller. */
  static final int LARGEST = 32 << 20;

  private static final Kept NOTHING = new Kept(List.of(), Optional.empty());

  private volatile Kept kept = NOTHING;

  private record Kept(List<Input> inputs, Optional<Bundle> bundle) {}

  /** Keeps a bundle in the place of the one before, and hands it on. */
  Bundle keep(dev.plumbline.proto.v1.Bundle message) {
    Bundle bundle = Bundles.read(message);
    boolean fits = message.getInputsCount() > 0 && message.getSerializedSize() <= LARGEST;
    kept = fits ? new Kept(message.getInputsList(), Optional.of(bundle)) : NOTHING;
    return bundle;
  }

  /** Says what the bundle was made of, but not what that was. */
  void describe(Description.Builder description) {
    Kept now = kept;
    now.bundle.ifPresent(bundle -> description.addAllNodes(bundle.names()));
    now.inputs.forEach(input ->
        description.addInputs(
            Input.newBuilder().setKind(input.getKind()).setName(input.getName())));
  }

  /** The bundle, if it was made of exactly these. */
  Optional<Bundle> madeOf(List<Input> inputs) {
    Kept now = kept;
    return now.bundle.filter(_ -> now.inputs.equals(inputs));
  }
}
