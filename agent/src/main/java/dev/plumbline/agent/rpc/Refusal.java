package dev.plumbline.agent.rpc;

import io.grpc.util.CertificateUtils;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Asks a controller again why it closed a connection. With TLS 1.3 (RFC 8446, 4.4.2.4) it refuses a
 * certificate while we go on writing, and a write that fails hides its answer. So this writes
 * nothing that is not needed, and then listens whether or not that arrived.
 */
final class Refusal {
  private static final int TIMEOUT_MILLIS = 5_000;
  private static final char[] NO_PASSWORD = {};

  private Refusal() {}

  /**
   * What it says, in one line for a person; empty if it does not refuse us, or cannot be asked.
   *
   * @param endpoint host:port, as it was dialled
   */
  static Optional<String> of(String endpoint, Tls tls) {
    int colon = endpoint.lastIndexOf(':');
    String host = endpoint.substring(0, colon);
    int port = Integer.parseInt(endpoint.substring(colon + 1));
    try (Socket plain = new Listening()) {
      plain.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
      plain.setSoTimeout(TIMEOUT_MILLIS);
      try (SSLSocket socket =
          (SSLSocket) context(tls).getSocketFactory().createSocket(plain, host, port, true)) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        var _ = socket.getInputStream().read();
        return Optional.empty();
      }
    } catch (SSLException e) {
      return Reasons.refused(String.valueOf(e.getMessage()));
    } catch (IOException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /** What cannot be written is no failure: the other side may have said why. */
  private static final class Listening extends Socket {
    @Override
    public OutputStream getOutputStream() throws IOException {
      OutputStream out = super.getOutputStream();
      return new OutputStream() {
        @Override
        public void write(int one) {
          write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
          try {
            out.write(bytes, offset, length);
          } catch (IOException e) {
            return; // What was read says more.
          }
        }
      };
    }
  }

  private static SSLContext context(Tls tls) throws IOException, GeneralSecurityException {
    KeyStore ours = empty();
    try (InputStream key = Files.newInputStream(tls.key())) {
      ours.setKeyEntry(
          "agent", CertificateUtils.getPrivateKey(key), NO_PASSWORD, read(tls.certificate()));
    }
    KeyStore theirs = empty();
    theirs.setCertificateEntry("authority", read(tls.authority())[0]);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(ours, NO_PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(theirs);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore empty() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    return store;
  }

  private static X509Certificate[] read(Path file) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      return CertificateUtils.getX509Certificates(in);
    }
  }
}
