package dev.plumbline.resources.host.accounts;

import dev.plumbline.resources.Failure;
import java.util.List;
import java.util.Optional;

/**
 * Changes the local users and groups of a node, through the programs that are made for it; never by
 * writing the files.
 */
public interface AccountChanges {
  /**
   * @param gid empty for the next one that is free
   * @param system whether that is looked for among the numbers of the system
   */
  void addGroup(String name, Optional<Long> gid, boolean system) throws Failure;

  void removeGroup(String name) throws Failure;

  void addUser(NewUser user) throws Failure;

  /** Changes what is given, and leaves the rest. */
  void changeUser(
      String name, Optional<String> group, Optional<String> shell, Optional<String> comment)
      throws Failure;

  /** Removes a user, and the user's own group if nobody else is in it; the home stays. */
  void removeUser(String name) throws Failure;

  void addToGroups(String user, List<String> groups) throws Failure;

  void removeFromGroup(String user, String group) throws Failure;

  /**
   * @param hash as crypt(3) makes it, or {@code !} for none that fits
   */
  void setPasswordHash(String user, String hash) throws Failure;

  /** Makes a home that is missing, with what {@code /etc/skel} holds. */
  void makeHome(String user) throws Failure;

  /** Asks sudo whether it takes these rules (sudoers(5)). Changes nothing. */
  void checkSudoRules(String rules) throws Failure;

  /**
   * A user to be made.
   *
   * @param uid empty for the next one that is free
   * @param group the primary group, which must be there; empty to make a group of the user's own,
   *     whose gid is the uid unless another group has that
   * @param groups further groups, which must be there
   * @param system whether a free number is looked for among those of the system
   * @param makeHome whether the home is made, with what {@code /etc/skel} holds
   */
  record NewUser(
      String name,
      Optional<Long> uid,
      Optional<String> group,
      List<String> groups,
      String shell,
      String home,
      String comment,
      boolean system,
      boolean makeHome) {
    public NewUser {
      groups = List.copyOf(groups);
    }
  }
}
