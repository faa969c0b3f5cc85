package dev.plumbline.resources.host.engine;

import java.util.Optional;

/**
 * How a node enters a swarm.
 *
 * @param advertise the address or NIC under which others reach it, with or without port; empty to
 *     let the engine choose
 * @param listen the address or NIC on which a manager listens, with or without port; empty for all
 */
public record SwarmEntrance(Optional<String> advertise, Optional<String> listen) {}
