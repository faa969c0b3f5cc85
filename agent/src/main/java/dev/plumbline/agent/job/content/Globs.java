package dev.plumbline.agent.job.content;

import dev.plumbline.resources.Failure;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * Patterns of files: {@code *} and {@code ?} stay within a folder, {@code **} does not; a pattern
 * that matches a folder means all that is in it.
 */
public final class Globs {
  private record Glob(String text, PathMatcher matcher) {}

  private final List<Glob> globs = new ArrayList<>();

  public Globs(List<String> patterns) throws Failure {
    for (String pattern : patterns) {
      String text = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
      try {
        globs.add(new Glob(pattern, FileSystems.getDefault().getPathMatcher("glob:" + text)));
      } catch (PatternSyntaxException e) {
        throw new Failure(
            "'" + pattern + "' is no pattern of files: " + e.getDescription(),
            "correct it in the job file, under outputs");
      }
    }
  }

  /** Whether a file, named relative to the outputs, is wanted. */
  public boolean match(String path) {
    return globs.stream().anyMatch(glob -> match(glob, path));
  }

  /** The patterns that none of the files matches. */
  public List<String> without(List<String> paths) {
    return globs.stream()
        .filter(glob -> paths.stream().noneMatch(path -> match(glob, path)))
        .map(Glob::text)
        .toList();
  }

  private static boolean match(Glob glob, String path) {
    for (Path at = Path.of(path); at != null; at = at.getParent()) {
      if (glob.matcher().matches(at)) {
        return true;
      }
    }
    return false;
  }
}
