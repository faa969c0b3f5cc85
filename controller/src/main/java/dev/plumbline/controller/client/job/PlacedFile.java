package dev.plumbline.controller.client.job;

/**
 * A content and where it lies.
 *
 * @param path relative, with {@code /}
 */
public record PlacedFile(String path, Content content, boolean executable) {}
