package dev.plumbline.resources;

import java.util.List;
import java.util.Set;

/**
 * A spec that wants something done after other resources of the node changed: {@code restart_on},
 * {@code reload_on}. The engine adds the reactions to what differs, also when the change was made
 * by an earlier apply that ended before the reaction; the resource's {@code apply} carries them
 * out. {@link #requires} must name the resources that it reacts to.
 */
public interface Reacting extends Spec {
  /** What to do after these resources changed; empty if none of them matters. Pure. */
  List<Change> reactions(Set<ResourceId> changed);
}
