package dev.plumbline.resources.host.accounts;

import dev.plumbline.resources.Failure;
import java.util.Optional;

/** The password hashes of the local users, as {@code /etc/shadow} has them. */
public interface Passwords {
  /** The hash, or what locks the password; empty if the user has no entry. Never to be shown. */
  Optional<String> hash(String user) throws Failure;
}
