package dev.plumbline.controller.rpc.agents;

import dev.plumbline.controller.ca.Identity;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The one key that the controller shows. The platform's own key manager wants it in a key store,
 * and encrypts and decrypts it on the way, which is most of the time that TLS takes to start.
 */
final class OwnKey extends X509ExtendedKeyManager {
  private static final String NAME = "controller";

  private final Identity identity;

  OwnKey(Identity identity) {
    this.identity = identity;
  }

  private @Nullable String nameFor(String keyType) {
    return keyType.startsWith(identity.key().getAlgorithm()) ? NAME : null;
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return nameFor(keyType);
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return nameFor(keyType);
  }

  @Override
  public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    String name = nameFor(keyType);
    return name == null ? null : new String[] {name};
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return new X509Certificate[] {identity.certificate()};
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return identity.key();
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }

  @Override
  public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return null;
  }
}
