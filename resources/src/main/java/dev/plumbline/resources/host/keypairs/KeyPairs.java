package dev.plumbline.resources.host.keypairs;

import dev.plumbline.resources.Failure;
import java.nio.file.Path;

/** Makes SSH key pairs. The private key never leaves the node, and nobody here reads it. */
public interface KeyPairs {
  /**
   * Makes a key pair without passphrase, as the user whose it is. The public key lies beside the
   * private one, with {@code .pub} added to its name.
   *
   * @param type as ssh-keygen(1) calls it: {@code ed25519}, {@code rsa}
   * @param path of the private key; its directory is there, and the file is not
   * @throws Failure also if the file is there
   */
  void make(String user, String type, Path path) throws Failure;

  /** Writes the public key of a private key that has none beside it, as the user whose it is. */
  void restorePublicKey(String user, Path path) throws Failure;
}
