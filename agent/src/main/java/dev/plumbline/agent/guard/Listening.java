package dev.plumbline.agent.guard;

/**
 * A temporary listener on one address.
 *
 * @param address without prefix length
 * @param prefix the length of its subnet's prefix in bits
 * @param nonce what it says to whoever connects
 */
public record Listening(String address, int prefix, int port, String nonce) {}
