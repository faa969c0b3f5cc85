package dev.plumbline.controller.rpc.agents;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Lets in who has a certificate for agents that our authority signed. Whether it is expired or
 * revoked is judged later, where the answer can be a sentence: TLS only has numbers.
 */
final class PeerTrust extends X509ExtendedTrustManager {
  private static final String FOR_CLIENTS = "1.3.6.1.5.5.7.3.2";

  private final X509Certificate authority;

  PeerTrust(X509Certificate authority) {
    this.authority = authority;
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    X509Certificate leaf = chain[0];
    String name = leaf.getSubjectX500Principal().getName();
    try {
      leaf.verify(authority.getPublicKey());
    } catch (GeneralSecurityException e) {
      throw new CertificateException(
          "the certificate of " + name + " was signed by another authority", e);
    }
    List<String> uses = leaf.getExtendedKeyUsage();
    if (uses == null || !uses.contains(FOR_CLIENTS)) {
      throw new CertificateException("the certificate of " + name + " is not one for agents");
    }
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkClientTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType)
      throws CertificateException {
    throw new CertificateException("the controller dials nobody");
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
      throws CertificateException {
    checkServerTrusted(chain, authType);
  }

  /** None is named: an agent of another cluster shows what it has, and the log can say so. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
