package dev.plumbline.resources.docker;

import dev.plumbline.resources.codec.Json;
import java.util.Optional;

/**
 * What the engine of a node is.
 *
 * @param installed whether systemd knows its unit
 * @param file what {@code daemon.json} holds; empty if there is none
 * @param owed what the engine still has to do to take in its file
 */
public record DockerObservation(
    boolean installed, boolean running, Optional<Json> file, Takeover owed) {}
