package dev.plumbline.controller.model;

import dev.plumbline.resources.ExportKey;
import java.util.Optional;

/**
 * An export as a disk may keep it.
 *
 * @param value empty if it is secret
 * @param digest SHA-256 of the value, lower-case hexadecimal
 */
public record KnownExport(ExportKey key, Optional<String> value, String digest) {}
