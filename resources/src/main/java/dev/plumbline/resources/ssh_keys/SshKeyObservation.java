package dev.plumbline.resources.ssh_keys;

import java.util.List;
import java.util.Optional;

/**
 * What the node knows of a user's keys.
 *
 * @param home empty if there is no such user
 * @param knownHosts our block of the known hosts; empty if there is none
 * @param hostKeys the node's own public keys
 */
public record SshKeyObservation(
    Optional<Home> home, Optional<String> knownHosts, List<PublicKey> hostKeys) {

  /**
   * What is in the user's home.
   *
   * @param path the home itself
   * @param group the name of the user's primary group, or its number
   * @param exists whether the home is there
   * @param directory {@code ~/.ssh}, as {@code 0700 OWNER GROUP}; empty if it is not there
   * @param privateKey the file of the private key, as {@code 0600 OWNER GROUP}; empty if it is not
   *     there
   * @param publicKey empty if the file is not there
   * @param authorized our block of authorized_keys; empty if there is none
   * @param authorizedFile the file authorized_keys, as {@code 0600 OWNER GROUP}; empty if it is not
   *     there
   * @param others how many other keys may log in
   */
  public record Home(
      String path,
      String group,
      boolean exists,
      Optional<String> directory,
      Optional<String> privateKey,
      Optional<PublicKey> publicKey,
      Optional<String> authorized,
      Optional<String> authorizedFile,
      int others) {}
}
