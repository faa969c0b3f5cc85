package dev.plumbline.controller.rpc.agents;

import dev.plumbline.controller.agents.Credential;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** Reads the certificate of whoever calls. */
final class Peer implements ServerInterceptor {
  static final Context.Key<Credential> CREDENTIAL = Context.key("credential");

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Optional<Credential> credential =
        Optional.ofNullable(call.getAttributes().get(Grpc.TRANSPORT_ATTR_SSL_SESSION))
            .flatMap(Peer::credential);
    if (credential.isEmpty()) {
      call.close(
          Status.UNAUTHENTICATED.withDescription("only agents with a certificate may call"),
          new Metadata());
      return new ServerCall.Listener<>() {};
    }
    return Contexts.interceptCall(
        Context.current().withValue(CREDENTIAL, credential.get()), call, headers, next);
  }

  private static Optional<Credential> credential(SSLSession session) {
    try {
      return session.getPeerCertificates()[0] instanceof X509Certificate certificate
          ? commonName(certificate)
              .map(name ->
                  new Credential(
                      name,
                      certificate.getSerialNumber().toString(16),
                      certificate.getNotAfter().toInstant()))
          : Optional.empty();
    } catch (SSLPeerUnverifiedException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> commonName(X509Certificate certificate) {
    try {
      return new LdapName(certificate.getSubjectX500Principal().getName())
          .getRdns().stream()
              .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
              .map(Rdn::getValue)
              .map(String::valueOf)
              .findFirst();
    } catch (InvalidNameException _) {
      return Optional.empty();
    }
  }
}
