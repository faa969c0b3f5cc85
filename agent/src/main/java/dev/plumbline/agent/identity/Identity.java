package dev.plumbline.agent.identity;

import dev.plumbline.agent.disk.AtomicFile;
import dev.plumbline.agent.disk.FileTrouble;
import dev.plumbline.resources.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;

/** Key, certificate and the cluster's authority: three PEM files in one directory. */
public final class Identity {
  private final Path directory;

  public Identity(Path directory) {
    this.directory = directory;
  }

  public Path key() {
    return directory.resolve("key.pem");
  }

  public Path certificate() {
    return directory.resolve("cert.pem");
  }

  public Path authority() {
    return directory.resolve("ca.pem");
  }

  /** A certification request for a node's name, PEM; makes the key if there is none. */
  public String request(String node) throws Failure {
    try {
      if (!Files.exists(key())) {
        make();
      }
      return SigningRequest.of(node, keys());
    } catch (GeneralSecurityException e) {
      throw new Failure(
          "the agent's key " + key() + " cannot be used: " + e.getMessage(),
          "remove it; the next 'plumb agent install' makes a new one",
          e);
    } catch (IOException e) {
      throw FileTrouble.of("use", key(), e);
    }
  }

  /**
   * Keeps the certificate that was signed for our key, and the authority that signed it.
   *
   * @throws Failure if they do not fit each other, or our key; nothing was written then
   */
  public void install(String certificatePem, String authorityPem) throws Failure {
    try {
      X509Certificate certificate = read(certificatePem);
      certificate.verify(read(authorityPem).getPublicKey());
      if (!fits(keys().getPrivate(), certificate.getPublicKey())) {
        throw new GeneralSecurityException("it is for another key");
      }
    } catch (GeneralSecurityException e) {
      throw new Failure(
          "the agent's certificate cannot be used: " + e.getMessage(),
          "run 'plumb agent install' again",
          e);
    } catch (IOException e) {
      throw FileTrouble.of("read", key(), e);
    }
    AtomicFile.write(authority(), authorityPem.getBytes(StandardCharsets.US_ASCII));
    AtomicFile.write(certificate(), certificatePem.getBytes(StandardCharsets.US_ASCII));
  }

  private void make() throws IOException, GeneralSecurityException, Failure {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair keys = generator.generateKeyPair();
    String pem =
        Pem.block("PRIVATE KEY", keys.getPrivate().getEncoded())
            + Pem.block("PUBLIC KEY", keys.getPublic().getEncoded());
    AtomicFile.write(key(), pem.getBytes(StandardCharsets.US_ASCII));
  }

  private KeyPair keys() throws IOException, GeneralSecurityException {
    String pem = Files.readString(key());
    KeyFactory factory = KeyFactory.getInstance("EC");
    PublicKey publicKey =
        factory.generatePublic(new X509EncodedKeySpec(Pem.der("PUBLIC KEY", pem)));
    PrivateKey privateKey =
        factory.generatePrivate(new PKCS8EncodedKeySpec(Pem.der("PRIVATE KEY", pem)));
    return new KeyPair(publicKey, privateKey);
  }

  private static X509Certificate read(String pem) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
  }

  private static boolean fits(PrivateKey key, PublicKey certified) throws GeneralSecurityException {
    byte[] probe = {1, 2, 3};
    Signature signer = Signature.getInstance("SHA256withECDSA");
    signer.initSign(key);
    signer.update(probe);
    Signature verifier = Signature.getInstance("SHA256withECDSA");
    verifier.initVerify(certified);
    verifier.update(probe);
    return verifier.verify(signer.sign());
  }
}
