package dev.plumbline.resources.ssh_keys;

/** The kind of a key pair, as ssh-keygen(1) calls it. */
public enum KeyType {
  ED25519,
  RSA;

  String word() {
    return switch (this) {
      case ED25519 -> "ed25519";
      case RSA -> "rsa";
    };
  }

  /** The name of the private key's file. */
  String fileName() {
    return "id_" + word();
  }
}
