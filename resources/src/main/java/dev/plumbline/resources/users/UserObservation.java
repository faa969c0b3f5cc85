package dev.plumbline.resources.users;

import java.util.List;
import java.util.Optional;

/**
 * What the node knows of a user.
 *
 * @param account empty if there is no such user
 * @param groups the further groups that the user is in, sorted
 * @param passwordDigest SHA-256 of the password's hash; empty if it was not asked for or is not
 *     there
 * @param sudo our file of sudo rules; empty if there is none
 * @param obstacles what stands in the way
 */
public record UserObservation(
    Optional<Account> account,
    List<String> groups,
    Optional<String> passwordDigest,
    Optional<Sudoers> sudo,
    Obstacles obstacles) {

  /**
   * The user's line.
   *
   * @param group the name of the primary group, or its gid where no group has it
   * @param homeExists whether the home directory is there
   */
  public record Account(
      long uid, String group, String shell, String home, String comment, boolean homeExists) {}

  /**
   * Our file.
   *
   * @param attributes owner, group and mode in one text, as {@code root root 0440}
   */
  public record Sudoers(String content, String attributes) {}

  /**
   * What the spec wants and the node cannot give as it is.
   *
   * @param uidHolder the other user who has the uid
   * @param gidHolder the other group that has the gid which the user's own group would get
   * @param missingGroups groups that are not there
   * @param missingShell whether the shell is not there
   */
  public record Obstacles(
      Optional<String> uidHolder,
      Optional<String> gidHolder,
      List<String> missingGroups,
      boolean missingShell) {}
}
