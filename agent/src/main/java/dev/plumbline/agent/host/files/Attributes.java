package dev.plumbline.agent.host.files;

import dev.plumbline.resources.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.EnumSet;
import java.util.Set;

/** Sets owner, group and mode of what lies in a directory that is held open. */
final class Attributes {
  private static final int SPECIAL = 07000;

  private Attributes() {}

  /** Owner first: a change of owner clears setuid and setgid. */
  static void set(
      HeldDirectory directory, Path path, Path name, int mode, String owner, String group)
      throws IOException, Failure {
    setOwner(directory, path, name, owner, group);
    setMode(directory, name, mode);
  }

  static void setOwner(HeldDirectory directory, Path path, Path name, String owner, String group)
      throws IOException, Failure {
    UserPrincipalLookupService names = path.getFileSystem().getUserPrincipalLookupService();
    PosixFileAttributeView view = directory.view(name);
    try {
      view.setGroup(names.lookupPrincipalByGroupName(group));
    } catch (UserPrincipalNotFoundException e) {
      throw unknown("group", group, path, e);
    }
    try {
      view.setOwner(names.lookupPrincipalByName(owner));
    } catch (UserPrincipalNotFoundException e) {
      throw unknown("user", owner, path, e);
    }
  }

  static void setMode(HeldDirectory directory, Path name, int mode) throws IOException {
    if ((mode & SPECIAL) == 0) {
      directory.view(name).setPermissions(permissions(mode));
    } else {
      directory.setMode(name, mode);
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] fromOwnerRead = PosixFilePermission.values();
    for (int i = 0; i < fromOwnerRead.length; i++) {
      if ((mode & (0400 >> i)) != 0) {
        permissions.add(fromOwnerRead[i]);
      }
    }
    return permissions;
  }

  private static Failure unknown(String kind, String name, Path path, IOException e) {
    return new Failure(
        "cannot give " + path + " to " + kind + " " + name + ": there is no such " + kind,
        "let the inventory make that " + kind + ", or correct its name",
        e);
  }
}
