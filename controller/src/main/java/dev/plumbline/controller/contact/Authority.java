package dev.plumbline.controller.contact;

import java.util.List;

/** The controller, as far as first contact needs it. */
public interface Authority {
  String cluster();

  /** PEM of the authority that agents trust. */
  String caCertificate();

  /** The addresses that agents dial; empty: the one from which a node sees us. */
  List<String> advertise();

  /** The TCP port that agents dial. */
  int port();

  /**
   * Signs the request of an agent.
   *
   * @return PEM of the certificate
   * @throws ContactException if it refuses
   */
  String sign(String node, String csr, String machineId) throws ContactException;
}
