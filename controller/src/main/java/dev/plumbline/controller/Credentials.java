package dev.plumbline.controller;

import dev.plumbline.controller.ca.CertificateAuthority;
import dev.plumbline.controller.ca.CertificateException;
import dev.plumbline.controller.rpc.agents.AgentServer;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** The authority, and a server that shows the certificate which that signed. */
record Credentials(CertificateAuthority authority, AgentServer.Prepared server) {
  static Credentials open(Path state, Clock clock) throws StartException {
    try {
      CertificateAuthority authority = CertificateAuthority.open(state, clock, new SecureRandom());
      return new Credentials(
          authority, AgentServer.prepare(authority.controller(), authority.certificate()));
    } catch (CertificateException | IOException e) {
      throw new StartException(String.valueOf(e.getMessage()), e);
    }
  }
}
