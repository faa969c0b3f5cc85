package dev.plumbline.controller.rpc.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.controller.Loopback;
import dev.plumbline.controller.Rig;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CipherTest {
  @Test
  void theControllerChoosesWhatIsQuickForAgents(@TempDir Path directory) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    try (Rig rig = Rig.start(directory);
        SSLSocket socket =
            (SSLSocket) context.getSocketFactory().createSocket(Loopback.OWN, rig.port())) {
      socket.setEnabledCipherSuites(
          new String[] {"TLS_AES_128_GCM_SHA256", "TLS_CHACHA20_POLY1305_SHA256"});
      socket.startHandshake();
      assertThat(socket.getSession().getCipherSuite()).isEqualTo("TLS_CHACHA20_POLY1305_SHA256");
    }
  }

  private static final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
