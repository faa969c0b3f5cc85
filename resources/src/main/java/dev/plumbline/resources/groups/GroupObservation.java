package dev.plumbline.resources.groups;

import java.util.Optional;

/**
 * What the node knows of a group.
 *
 * @param gid empty if there is no such group
 * @param holder the other group that has the gid which this one must have; empty if none has
 */
public record GroupObservation(Optional<Long> gid, Optional<String> holder) {}
