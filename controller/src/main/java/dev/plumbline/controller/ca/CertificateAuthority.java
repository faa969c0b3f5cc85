package dev.plumbline.controller.ca;

import dev.plumbline.controller.model.CertificateRecord;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.bouncycastle.asn1.x509.KeyPurposeId;

/** Signs certificates for the controller and for agents. */
public final class CertificateAuthority {
  /** The name in the controller's certificate, for which agents check it wherever they dial. */
  public static final String CONTROLLER_NAME = "plumbline-controller";

  static final Duration AGENT_VALIDITY = Duration.ofDays(90);
  static final Duration CONTROLLER_VALIDITY = Duration.ofDays(365);
  static final Duration AUTHORITY_VALIDITY = Duration.ofDays(20 * 365);

  /** Clocks of nodes may be behind. */
  static final Duration BACKDATED = Duration.ofHours(24);

  private static final int SERIAL_BITS = 127;

  private final Identity authority;
  private final IdentityFile controllerFile;
  private final Clock clock;
  private final SecureRandom random;

  private CertificateAuthority(
      Identity authority, IdentityFile controllerFile, Clock clock, SecureRandom random) {
    this.authority = authority;
    this.controllerFile = controllerFile;
    this.clock = clock;
    this.random = random;
  }

  /** A certificate for an agent, and what to remember of it. */
  public record Signed(X509Certificate certificate, CertificateRecord entry) {}

  /**
   * Reads the authority of a state directory, and makes one where there is none: {@code ca-key.pem}
   * (0600) and {@code ca.pem}.
   */
  public static CertificateAuthority open(Path directory, Clock clock, SecureRandom random)
      throws CertificateException {
    IdentityFile file =
        new IdentityFile(directory.resolve("ca-key.pem"), directory.resolve("ca.pem"));
    Optional<Identity> kept = file.read();
    Identity authority = kept.isPresent() ? kept.get() : make(file, clock, random);
    return new CertificateAuthority(
        authority,
        new IdentityFile(
            directory.resolve("controller-key.pem"), directory.resolve("controller.pem")),
        clock,
        random);
  }

  private static Identity make(IdentityFile file, Clock clock, SecureRandom random)
      throws CertificateException {
    KeyPair pair = keyPair(random);
    BigInteger serial = new BigInteger(SERIAL_BITS, random);
    X509Certificate certificate =
        Signer.authority(
            "Plumbline CA " + serial.toString(16).substring(0, 8),
            serial,
            validity(clock.instant(), AUTHORITY_VALIDITY),
            pair.getPublic(),
            pair.getPrivate());
    Identity made = new Identity(pair.getPrivate(), certificate);
    file.write(made);
    return made;
  }

  public X509Certificate certificate() {
    return authority.certificate();
  }

  /** The authority's certificate as agents keep it. */
  public String pem() throws CertificateException {
    return pem(authority.certificate());
  }

  public static String pem(X509Certificate certificate) throws CertificateException {
    try {
      return Pem.write(certificate);
    } catch (GeneralSecurityException e) {
      throw new CertificateException("a certificate cannot be written", e);
    }
  }

  /** The controller's own identity; made anew when a third of its time is left. */
  public Identity controller() throws CertificateException {
    Optional<Identity> kept = controllerFile.read();
    if (kept.isPresent() && isFresh(kept.get())) {
      return kept.get();
    }
    KeyPair pair = keyPair(random);
    X509Certificate certificate =
        Signer.leaf(
            CONTROLLER_NAME,
            KeyPurposeId.id_kp_serverAuth,
            new BigInteger(SERIAL_BITS, random),
            validity(clock.instant(), CONTROLLER_VALIDITY),
            pair.getPublic(),
            authority.certificate(),
            authority.key());
    Identity made = new Identity(pair.getPrivate(), certificate);
    controllerFile.write(made);
    return made;
  }

  private boolean isFresh(Identity identity) {
    Instant end = identity.certificate().getNotAfter().toInstant();
    return identity
            .certificate()
            .getIssuerX500Principal()
            .equals(authority.certificate().getSubjectX500Principal())
        && clock.instant().isBefore(end.minus(CONTROLLER_VALIDITY.dividedBy(3)));
  }

  /**
   * Signs a request of an agent that first contact found on a node.
   *
   * @param node the only name that the certificate is good for, whatever the request says
   * @param machineId of the machine where first contact found it
   * @param request PEM, PKCS #10
   */
  public Signed sign(String node, String machineId, String request) throws CertificateException {
    Instant now = clock.instant();
    BigInteger serial = new BigInteger(SERIAL_BITS, random);
    X509Certificate certificate =
        Signer.leaf(
            node,
            KeyPurposeId.id_kp_clientAuth,
            serial,
            validity(now, AGENT_VALIDITY),
            SigningRequest.key(node, request),
            authority.certificate(),
            authority.key());
    return new Signed(
        certificate,
        new CertificateRecord(
            serial.toString(16),
            node,
            machineId,
            now,
            certificate.getNotAfter().toInstant(),
            Optional.empty()));
  }

  private static Signer.Validity validity(Instant now, Duration duration) {
    Instant from = now.truncatedTo(ChronoUnit.SECONDS);
    return new Signer.Validity(from.minus(BACKDATED), from.plus(duration));
  }

  private static KeyPair keyPair(SecureRandom random) throws CertificateException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"), random);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new CertificateException("cannot make a key", e);
    }
  }
}
