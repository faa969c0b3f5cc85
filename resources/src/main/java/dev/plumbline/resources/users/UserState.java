package dev.plumbline.resources.users;

/** Whether a user must be there. */
public enum UserState {
  PRESENT,
  ABSENT,
  /** The account is left as it is; only our sudo rule goes. */
  UNMANAGED;

  String word() {
    return switch (this) {
      case PRESENT -> "present";
      case ABSENT -> "absent";
      case UNMANAGED -> "unmanaged";
    };
  }
}
