package dev.plumbline.inventory.document;

/** The forms of names that become host names, certificate names and file names. */
final class Names {
  static final String LABEL =
      "it takes lower-case letters, digits and inner hyphens, at most 63 characters";
  static final String NODE =
      "it takes lower-case letters, digits, inner hyphens and dots, at most 63 characters";
  static final String GROUP =
      "it takes letters, digits, hyphens and underscores, and begins with a letter";
  static final String VARIABLE =
      "it takes letters, digits, hyphens and underscores, and begins with a letter or underscore";

  private Names() {}

  static boolean isLabel(String name) {
    return !name.isEmpty()
        && name.length() <= 63
        && name.chars().allMatch(c -> isLower(c) || isDigit(c) || c == '-')
        && name.charAt(0) != '-'
        && name.charAt(name.length() - 1) != '-';
  }

  /** Labels joined by dots. */
  static boolean isNode(String name) {
    if (name.length() > 63) {
      return false;
    }
    int at = 0;
    for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', at)) {
      if (!isLabel(name.substring(at, dot))) {
        return false;
      }
      at = dot + 1;
    }
    return isLabel(name.substring(at));
  }

  static boolean isGroup(String name) {
    return isVariable(name) && name.charAt(0) != '_';
  }

  static boolean isVariable(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(c -> isLower(c) || isUpper(c) || isDigit(c) || c == '-' || c == '_')
        && !isDigit(name.charAt(0))
        && name.charAt(0) != '-';
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
