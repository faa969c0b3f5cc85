package dev.plumbline.resources.host.accounts;

import dev.plumbline.resources.Failure;
import java.util.List;

/**
 * The local users and groups of a node, as {@code /etc/passwd} and {@code /etc/group} have them.
 */
public interface Accounts {
  List<User> users() throws Failure;

  List<Group> groups() throws Failure;

  /** One line of {@code /etc/passwd}. */
  record User(String name, long uid, long gid, String comment, String home, String shell) {}

  /** One line of {@code /etc/group}. */
  record Group(String name, long gid, List<String> members) {}
}
