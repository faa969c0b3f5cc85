package dev.plumbline.inventory.job;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * Patterns of file names. Without a slash, a pattern means the name of a file or folder at any
 * depth; with one, a path from the top. A folder that is meant stands for all that it holds.
 */
final class Globs {
  private final List<Matcher> matchers;

  Globs(List<String> patterns) {
    this.matchers = patterns.stream().map(Globs::matcher).toList();
  }

  /**
   * @param relative from the top of the folder
   */
  boolean match(Path relative, boolean folder) {
    return matchers.stream().anyMatch(matcher -> matcher.matches(relative, folder));
  }

  static boolean isExclude(String pattern) {
    return isRelative(pattern) && isGlob(trimmed(pattern));
  }

  /** A path or pattern below the outputs. */
  static boolean isOutput(String pattern) {
    return isRelative(pattern) && !pattern.endsWith("/") && isGlob(pattern);
  }

  private static boolean isRelative(String pattern) {
    return !pattern.isBlank()
        && !pattern.startsWith("/")
        && pattern.indexOf('\0') < 0
        && List.of(trimmed(pattern).split("/", -1)).stream()
            .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
  }

  private static boolean isGlob(String pattern) {
    try {
      glob(pattern);
      return true;
    } catch (PatternSyntaxException _) {
      return false;
    }
  }

  private static PathMatcher glob(String pattern) {
    return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
  }

  private static String trimmed(String pattern) {
    return pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
  }

  private static Matcher matcher(String pattern) {
    PathMatcher glob = glob(trimmed(pattern));
    boolean foldersOnly = pattern.endsWith("/");
    boolean byName = trimmed(pattern).indexOf('/') < 0;
    return (relative, folder) -> {
      Path meant = byName ? relative.getFileName() : relative;
      return meant != null && glob.matches(meant) && (folder || !foldersOnly);
    };
  }

  @FunctionalInterface
  private interface Matcher {
    boolean matches(Path relative, boolean folder);
  }
}
