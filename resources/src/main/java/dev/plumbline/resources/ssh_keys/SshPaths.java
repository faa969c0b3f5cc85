package dev.plumbline.resources.ssh_keys;

import dev.plumbline.resources.block.BlockFile;
import dev.plumbline.resources.block.ManagedBlock;
import dev.plumbline.resources.host.files.FileStatus;
import dev.plumbline.resources.host.files.Files;
import java.nio.file.Path;

/** Where keys are, and how their files must look. */
final class SshPaths {
  static final Path HOST_KEYS = Path.of("/etc/ssh");
  static final Path KNOWN_HOSTS = HOST_KEYS.resolve("ssh_known_hosts");
  static final int DIRECTORY_MODE = 0700;
  static final int FILE_MODE = 0600;

  private SshPaths() {}

  static Path directory(String home) {
    return Path.of(home, ".ssh");
  }

  static Path privateKey(String home, KeyType type) {
    return directory(home).resolve(type.fileName());
  }

  static Path publicKey(String home, KeyType type) {
    return directory(home).resolve(type.fileName() + ".pub");
  }

  static BlockFile authorizedKeys(Files files, String home) {
    return new BlockFile(
        files,
        directory(home).resolve("authorized_keys"),
        new ManagedBlock("ssh_keys", ManagedBlock.DEFAULT_COMMENT));
  }

  /** Every user has a block of one's own in the file of all. */
  static BlockFile knownHosts(Files files, String user) {
    return new BlockFile(
        files, KNOWN_HOSTS, new ManagedBlock("ssh_keys of " + user, ManagedBlock.DEFAULT_COMMENT));
  }

  static String attributes(FileStatus status) {
    return attributes(status.mode(), status.owner(), status.group());
  }

  static String attributes(int mode, String owner, String group) {
    return String.format("%04o %s %s", mode, owner, group);
  }
}
