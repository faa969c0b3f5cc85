package dev.plumbline.inventory.state;

import dev.plumbline.resources.Carried;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A file of this machine that travels beside a catalog.
 *
 * @param modified when it was changed last, when it was looked at
 */
public record CarriedFile(Carried content, Path file, FileTime modified) {}
