package dev.plumbline.resources.hosts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code /etc/hosts} holds of what concerns us.
 *
 * @param block our lines; empty if there are none
 * @param loopback the names on loopback lines outside our block, by address
 */
public record HostsObservation(Optional<String> block, Map<String, List<String>> loopback) {}
