package dev.plumbline.controller.rpc.agents;

import dev.plumbline.controller.ca.Identity;
import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.JdkSslContext;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Comparator;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/**
 * Mutual TLS for HTTP/2, with the platform's implementation.
 *
 * <p>Put together here instead of by gRPC's and Netty's builders: these try out what the platform
 * and Bouncy Castle can do each time that they start, which takes longer than all else.
 */
final class Tls {
  private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

  private Tls() {}

  /**
   * ChaCha20 before AES, and it is the server who chooses: until the JVM's second compiler has seen
   * them, which alone knows the processor's instructions, ChaCha20 is several times faster.
   */
  private static List<String> ciphers() {
    return Http2SecurityUtil.CIPHERS.stream()
        .sorted(Comparator.comparing(cipher -> !cipher.contains("CHACHA20")))
        .toList();
  }

  static SslContext of(Identity identity, X509Certificate authority) throws IOException {
    // The platform's list of authorities counts for nothing here, so that it need not be read.
    System.setProperty("javax.net.ssl.trustStore", "NONE");
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(
          new KeyManager[] {new OwnKey(identity)},
          new TrustManager[] {new PeerTrust(authority)},
          null);
      return new JdkSslContext(
          context,
          false,
          ciphers(),
          SupportedCipherSuiteFilter.INSTANCE,
          new ApplicationProtocolConfig(
              ApplicationProtocolConfig.Protocol.ALPN,
              ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
              ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT,
              "h2"),
          ClientAuth.REQUIRE,
          VERSIONS,
          false);
    } catch (GeneralSecurityException e) {
      throw new IOException("cannot set up TLS: " + e.getMessage(), e);
    }
  }
}
