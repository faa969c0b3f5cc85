package dev.plumbline.controller.client;

import java.util.Set;

/**
 * What first contact must know of the controller.
 *
 * @param caCertificate PEM of the authority that agents trust
 * @param port the TCP port that agents dial
 * @param advertise the address that agents dial; empty: the local address of each SSH connection
 * @param connected the nodes whose agent has a live session and the current build
 */
public record Enrollment(String caCertificate, int port, String advertise, Set<String> connected) {
  public Enrollment {
    connected = Set.copyOf(connected);
  }
}
