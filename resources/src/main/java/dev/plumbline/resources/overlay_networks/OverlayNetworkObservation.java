package dev.plumbline.resources.overlay_networks;

import dev.plumbline.resources.host.engine.EngineNetwork;
import java.util.Optional;

/**
 * What there is of a network.
 *
 * @param known whether the engine could say: it runs, or is not there at all
 * @param network empty if there is none of the name
 */
public record OverlayNetworkObservation(boolean known, Optional<EngineNetwork> network) {}
