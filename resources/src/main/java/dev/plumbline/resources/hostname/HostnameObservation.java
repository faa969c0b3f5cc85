package dev.plumbline.resources.hostname;

import java.util.Optional;

/**
 * What a node calls itself.
 *
 * @param running the name that the kernel has now
 * @param stored the name that the node will have after a restart; empty if there is none
 */
public record HostnameObservation(String running, Optional<String> stored) {}
