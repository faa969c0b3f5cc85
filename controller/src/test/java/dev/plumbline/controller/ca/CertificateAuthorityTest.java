package dev.plumbline.controller.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.controller.rpc.agents.AgentKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateAuthorityTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @TempDir Path directory;

  private CertificateAuthority open(Instant now) throws CertificateException {
    return CertificateAuthority.open(
        directory, Clock.fixed(now, ZoneOffset.UTC), new SecureRandom());
  }

  @Test
  void signsForTheNodeThatFirstContactNamesWhateverTheRequestSays() throws Exception {
    CertificateAuthority.Signed signed = open(NOW).sign("worker1", "m1", AgentKey.make().request());

    X509Certificate certificate = signed.certificate();
    assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=worker1");
    assertThat(certificate.getNotBefore().toInstant()).isEqualTo(NOW.minus(Duration.ofHours(24)));
    assertThat(certificate.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(90)));
    assertThat(certificate.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.2");
    assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
    assertThat(certificate.getKeyUsage()).startsWith(true, false, false, false, false, false);
    assertThat(signed.entry().serial()).isEqualTo(certificate.getSerialNumber().toString(16));
    assertThat(signed.entry().machineId()).isEqualTo("m1");
    assertThat(signed.entry().notAfter()).isEqualTo(certificate.getNotAfter().toInstant());
  }

  @Test
  void givesEveryCertificateASerialOfItsOwn() throws CertificateException {
    CertificateAuthority authority = open(NOW);
    String request = AgentKey.make().request();

    assertThat(authority.sign("a", "m", request).entry().serial())
        .isNotEqualTo(authority.sign("a", "m", request).entry().serial());
  }

  @Test
  void whatItSignsIsValidForThePlatformToo() throws Exception {
    CertificateAuthority authority = open(NOW);
    X509Certificate leaf = authority.sign("a", "m", AgentKey.make().request()).certificate();
    PKIXParameters parameters =
        new PKIXParameters(Set.of(new TrustAnchor(authority.certificate(), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(NOW));

    assertThatCode(() ->
            CertPathValidator.getInstance("PKIX")
                .validate(
                    CertificateFactory.getInstance("X.509").generateCertPath(List.of(leaf)),
                    parameters))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesARequestThatIsNotSignedWithItsKey() throws CertificateException {
    CertificateAuthority authority = open(NOW);
    String tampered = AgentKey.make().tamperedRequest();

    assertThatThrownBy(() -> authority.sign("worker1", "m", tampered))
        .isInstanceOf(CertificateException.class)
        .hasMessage("the certificate request of worker1 is not signed with its own key");
  }

  @Test
  void refusesAWeakKey() throws CertificateException {
    CertificateAuthority authority = open(NOW);

    assertThatThrownBy(() -> authority.sign("worker1", "m", AgentKey.weak().request()))
        .hasMessageStartingWith("the key of worker1 is too weak");
  }

  @Test
  void refusesWhatIsNoRequest() throws CertificateException {
    CertificateAuthority authority = open(NOW);

    for (String text :
        List.of(
            "",
            "hello",
            "-----BEGIN CERTIFICATE REQUEST-----\n!!!\n-----END CERTIFICATE REQUEST-----\n",
            "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n")) {
      assertThatThrownBy(() -> authority.sign("worker1", "m", text))
          .as(text)
          .isInstanceOf(CertificateException.class)
          .hasMessage("the certificate request of worker1 cannot be read");
    }
  }

  @Test
  void keepsItsKeyToItselfAndIsTheSameTheNextTime() throws Exception {
    X509Certificate first = open(NOW).certificate();

    assertThat(open(NOW).certificate()).isEqualTo(first);
    assertThat(PosixFilePermissions.toString(permissions("ca-key.pem"))).isEqualTo("rw-------");
    open(NOW).controller();
    assertThat(PosixFilePermissions.toString(permissions("controller-key.pem")))
        .isEqualTo("rw-------");
  }

  private Set<PosixFilePermission> permissions(String file) throws IOException {
    return Files.getPosixFilePermissions(directory.resolve(file));
  }

  @Test
  void refusesAKeyThatOthersCanRead() throws Exception {
    open(NOW);
    Files.setPosixFilePermissions(
        directory.resolve("ca-key.pem"), PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> open(NOW)).hasMessageContaining("can be read by others");
  }

  @Test
  void saysWhatIsWrongWithADamagedKey() throws Exception {
    open(NOW);
    Files.writeString(directory.resolve("ca-key.pem"), "nonsense");

    assertThatThrownBy(() -> open(NOW))
        .isInstanceOf(CertificateException.class)
        .hasMessageContaining("cannot read " + directory.resolve("ca-key.pem"));
  }

  @Test
  void makesTheControllersCertificateAnewBeforeItEnds() throws CertificateException {
    X509Certificate first = open(NOW).controller().certificate();

    assertThat(first.getSubjectX500Principal().getName()).isEqualTo("CN=plumbline-controller");
    assertThat(open(NOW.plus(Duration.ofDays(200))).controller().certificate()).isEqualTo(first);
    assertThat(open(NOW.plus(Duration.ofDays(300))).controller().certificate()).isNotEqualTo(first);
  }

  @Test
  void neverPrintsAKey() throws CertificateException {
    assertThat(open(NOW).controller().toString()).isEqualTo("identity of CN=plumbline-controller");
  }
}
