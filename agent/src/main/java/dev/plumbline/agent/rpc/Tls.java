package dev.plumbline.agent.rpc;

import java.nio.file.Path;

/**
 * The files of mutual TLS, PEM.
 *
 * @param key our private key, PKCS #8
 * @param certificate ours, signed by the cluster's authority
 * @param authority the certificate of the cluster's authority
 */
public record Tls(Path key, Path certificate, Path authority) {}
