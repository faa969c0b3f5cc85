package dev.plumbline.controller.model;

import dev.plumbline.resources.Outcome;

/**
 * What became of one step.
 *
 * @param resource as it is printed: {@code package[openmpi-bin]}
 */
public record StepResult(String resource, Outcome outcome) {}
