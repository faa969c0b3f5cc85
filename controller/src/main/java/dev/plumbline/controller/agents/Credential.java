package dev.plumbline.controller.agents;

import java.time.Instant;

/**
 * What an agent's certificate says; that our authority signed it was checked before.
 *
 * @param name the node that it speaks for
 * @param serial lower-case hexadecimal
 */
public record Credential(String name, String serial, Instant notAfter) {}
