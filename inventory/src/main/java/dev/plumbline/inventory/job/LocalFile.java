package dev.plumbline.inventory.job;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/**
 * A file of this machine that a job needs.
 *
 * @param path where it lies within its input, with {@code /}; the name of a single file
 * @param file where it is here
 * @param size bytes, when it was looked at
 * @param modified when it was changed last, when it was looked at
 */
public record LocalFile(String path, Path file, long size, FileTime modified, boolean executable) {}
