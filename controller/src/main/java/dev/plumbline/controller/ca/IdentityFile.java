package dev.plumbline.controller.ca;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;

/** A key file that only its owner may read, and a certificate file beside it. */
record IdentityFile(Path key, Path certificate) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  /** What the files hold; empty if there is no key. */
  Optional<Identity> read() throws CertificateException {
    if (!Files.exists(key)) {
      return Optional.empty();
    }
    try {
      if (!Files.getPosixFilePermissions(key).equals(OWNER_ONLY)) {
        throw new CertificateException(
            key + " can be read by others; see who did, and then chmod 600 " + key);
      }
      return Optional.of(
          new Identity(
              Pem.key(Files.readString(key)), Pem.certificate(Files.readString(certificate))));
    } catch (IOException | GeneralSecurityException e) {
      throw new CertificateException(
          "cannot read " + key + " and " + certificate + ": " + e.getMessage(), e);
    }
  }

  /** The key is written last: a certificate without its key is written again. */
  void write(Identity identity) throws CertificateException {
    try {
      write(certificate, Pem.write(identity.certificate()));
      write(key, Pem.write(identity.key()));
    } catch (IOException | GeneralSecurityException e) {
      throw new CertificateException("cannot write " + key + ": " + e.getMessage(), e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.write(fresh, text.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.SYNC);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }
}
