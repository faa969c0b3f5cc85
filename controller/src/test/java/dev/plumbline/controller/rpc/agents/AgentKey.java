package dev.plumbline.controller.rpc.agents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** The key of an agent, before and after it was signed. */
public final class AgentKey {
  private final KeyPair pair;

  private AgentKey(KeyPair pair) {
    this.pair = pair;
  }

  public static AgentKey make() {
    return make("EC", 256);
  }

  /** A key that must not be signed. */
  public static AgentKey weak() {
    return make("RSA", 1024);
  }

  private static AgentKey make(String algorithm, int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      generator.initialize(bits);
      return new AgentKey(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  KeyPair pair() {
    return pair;
  }

  /** A request in PEM; what it says of itself must not matter. */
  public String request() {
    return request(pair.getPrivate());
  }

  /** A request for this key that another one signed. */
  public String tamperedRequest() {
    return request(make().pair.getPrivate());
  }

  private String request(PrivateKey signer) {
    StringWriter pem = new StringWriter();
    try (JcaPEMWriter writer = new JcaPEMWriter(pem)) {
      writer.writeObject(
          new JcaPKCS10CertificationRequestBuilder(
                  new X500Name("CN=somebody else"), pair.getPublic())
              .build(new JcaContentSignerBuilder(signature(signer)).build(signer)));
    } catch (IOException | OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
    return pem.toString();
  }

  private static String signature(PrivateKey key) {
    return key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
  }

  static X509Certificate certificate(String pem) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
