package dev.plumbline.controller.client.job;

/**
 * The bytes of a file, by what they are.
 *
 * @param hash SHA-256, 64 lower-case hexadecimal digits
 * @param size bytes
 */
public record Content(String hash, long size) {}
