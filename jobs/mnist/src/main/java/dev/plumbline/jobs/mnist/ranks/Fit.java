package dev.plumbline.jobs.mnist.ranks;

import dev.plumbline.jobs.mnist.problem.Problem;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether mpi.jar and the library of the node are of one series. If not, the JVM would crash in the
 * first call whose native signature differs, and say nothing that helps.
 */
public final class Fit {
  private static final Pattern OPEN_MPI = Pattern.compile("Open MPI v(\\d+)\\.(\\d+)[^\\s,]*");

  private Fit() {}

  /** What the library of this node says that it is. */
  public static String libraryOfThisNode() {
    return NativeLibrary.version();
  }

  /**
   * Fails unless they fit.
   *
   * @param jar the series that mpi.jar was made from, such as 4.1, or {@code null} if it does not
   *     say: then it came with an Open MPI built by the user, who answers for it
   * @param library such as {@code Open MPI v4.1.4, package: Debian OpenMPI, …}
   */
  public static void check(@Nullable String jar, String library) {
    Matcher version = OPEN_MPI.matcher(library);
    if (!version.find()) {
      throw new Problem("libmpi of this node is not Open MPI: " + library);
    }
    if (Integer.parseInt(version.group(1)) >= 6) {
      throw new Problem(
          "this node has %s, which has no Java bindings any more; install 4.1 or 5.0"
              .formatted(version.group()));
    }
    String series = version.group(1) + "." + version.group(2);
    if (jar != null && !jar.equals(series)) {
      throw new Problem(
          "mpi.jar was made from Open MPI %s, but this node has %s; make it where the packages are those of the node: jobs/mpi-jar"
              .formatted(jar, version.group()));
    }
  }
}
